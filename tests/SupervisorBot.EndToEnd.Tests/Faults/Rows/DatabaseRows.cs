using SupervisorBot.EndToEnd.Tests.Faults.Databases;

namespace SupervisorBot.EndToEnd.Tests.Faults.Rows;

/// <summary>The bot's database fails. What could not be stored is not done; what was done is told when it can be stored again.</summary>
internal static class DatabaseRows
{
    private const string Step = "The bot's database";

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    public static IReadOnlyList<FaultRow> All { get; } =
    [
        Sqlite<LockedFile>("SQLite, locked by another program for a moment, at the press", static (scene, file) => PressMeanwhileAsync(scene, file, Moment)),
        Sqlite<LockedFile>("SQLite, locked for 10 s, at the press; the inspector presses again after that", static (scene, file) => PressAgainAsync(scene, file, Long)),
        Sqlite<LockedFile>("SQLite, locked for 10 s, once the intercept is under way", static (scene, file) => BreakUnderWayAsync(scene, file, Long)),
        Sqlite<FullFile>("SQLite, disk full, at the press; the inspector presses again when there is room", static (scene, file) => PressAgainAsync(scene, file, Moment)),
        Sqlite<FullFile>("SQLite, disk full for 10 s, once the intercept is under way", static (scene, file) => BreakUnderWayAsync(scene, file, Long)),
        Postgres("PostgreSQL, away for 10 s, at the press; the inspector presses again after that", static (scene, server) => PressAgainAsync(scene, server, Long)),
        Postgres("PostgreSQL, away for 10 s, once the intercept is under way", static (scene, server) => BreakUnderWayAsync(scene, server, Long)),
    ];

    private static FaultRow Sqlite<TFile>(string name, Func<FaultScene, FaultDatabase, Task> play)
        where TFile : FaultDatabase, new() => Row(name, static () => Task.FromResult<FaultDatabase>(new TFile()), play);

    private static FaultRow Postgres(string name, Func<FaultScene, FaultDatabase, Task> play) =>
        Row(name, static async () => await CutServer.StartAsync(), play) with
        {
            Needs = CutServer.Server is null ? "SUPERVISORBOT_TEST_POSTGRES names no server: bash tests/servers start" : null,
        };

    private static FaultRow Row(string name, Func<Task<FaultDatabase>> create, Func<FaultScene, FaultDatabase, Task> play)
    {
        FaultDatabase? database = null;
        return new FaultRow(Step, name, static _ => Task.CompletedTask, Traffic.Whole, FaultEnd.Done)
        {
            Setting = async () =>
            {
                database = await create();
                return database.Setting with { Holds = database };
            },
            Play = scene => play(scene, database!),
        };
    }

    private static async Task PressMeanwhileAsync(FaultScene scene, FaultDatabase database, TimeSpan length)
    {
        await scene.ConfirmAsync();
        await database.BreakAsync();
        var press = scene.PressAsync();
        await Task.Delay(length);
        await database.MendAsync();
        await press;
    }

    private static async Task PressAgainAsync(FaultScene scene, FaultDatabase database, TimeSpan length)
    {
        await scene.ConfirmAsync();
        await database.BreakAsync();
        // Which of the two depends on whether the press's own turn had begun, or still stood behind another one.
        Assert.Matches("I could not finish this. Please try it again|I could not get to this in time, so nothing was done", await scene.PressInVainAsync());
        await Task.Delay(length);
        await database.MendAsync();
        await scene.PressAsync();
    }

    private static async Task BreakUnderWayAsync(FaultScene scene, FaultDatabase database, TimeSpan length)
    {
        await scene.ConfirmAsync();
        scene.AtGateway(At.Intercept.This(At.Late));
        await scene.PressAsync();
        await scene.ArrivedAsync("intercept");
        await database.BreakForAsync(length);
    }
}

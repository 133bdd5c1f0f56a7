using System.Globalization;
using SupervisorBot.Resilience.Tests.Running;

namespace SupervisorBot.Resilience.Tests.Killing;

/// <summary>
/// The bot dies in the middle of interceptions, at every step and at random: one press makes one intercept at most, and every inspector is told what
/// truly became of it. SUPERVISORBOT_TEST_KILLS asks for more interrupted operations than 200, SUPERVISORBOT_TEST_SEED repeats a run's random times.
/// </summary>
[Collection(OneAtATime.Name)]
public sealed class KillTests
{
    private const int People = 25;
    private const int Databases = 2;

    [Fact]
    public Task Killed_over_SQLite_it_tells_every_outcome_truly() => KillAsync(() => Task.FromResult<ITestDatabase>(new SqliteTestDatabase()));

    [Fact]
    public Task Killed_over_PostgreSQL_it_tells_every_outcome_truly() => KillAsync(PostgresTestDatabase.CreateAsync);

    private static async Task KillAsync(Func<Task<ITestDatabase>> database)
    {
        var seed = Number("SUPERVISORBOT_TEST_SEED", Random.Shared.Next());
        var wanted = (Number("SUPERVISORBOT_TEST_KILLS", 200) + Databases - 1) / Databases;
        TestContext.Current.TestOutputHelper!.WriteLine($"SUPERVISORBOT_TEST_SEED={seed}");
        await using var site = await Site.OpenAsync(
            People,
            await database(),
            TimeSpan.FromSeconds(2),
            ("Interception:TalkingTimeout", KillRounds.TalkingTimeout.ToString("c", CultureInfo.InvariantCulture)),
            ("Gateway:RequestTimeout", "00:00:06"),
            ("Gateway:InterceptTimeout", "00:00:06"),
            ("BotFramework:ConnectorBackoff", "00:00:00.100"));
        var rounds = new KillRounds(site, new Random(seed));
        await rounds.BeginAsync();
        for (var round = 0; rounds.Interrupted < wanted; round++)
        {
            await ((round % 4) switch
            {
                0 or 2 => rounds.HoldAndKillAsync(Interruption.UpToTheAnswer),
                1 => rounds.HoldAndKillAsync(Interruption.FromTheAnswer),
                _ => rounds.KillAnywhereAsync(),
            });
        }

        TestContext.Current.TestOutputHelper.WriteLine($"{rounds.Interrupted} interrupted operations");
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}

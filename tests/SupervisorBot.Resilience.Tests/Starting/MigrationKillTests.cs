using SupervisorBot.Resilience.Tests.Running;

namespace SupervisorBot.Resilience.Tests.Starting;

/// <summary>A bot that dies while it makes its database at the first start leaves nothing behind that keeps the next one from starting.</summary>
[Collection(OneAtATime.Name)]
public sealed class MigrationKillTests
{
    private const int Moments = 4;
    private const string Command = "Executed DbCommand";

    private static readonly (string Name, string Value)[] s_settings =
    [
        ("Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command", "Information"),
        ("Logging:Console:FormatterName", "simple"),
    ];

    [Fact]
    public Task Over_SQLite() => KillAsync(() => Task.FromResult<ITestDatabase>(new SqliteTestDatabase()));

    [Fact]
    public Task Over_PostgreSQL() => KillAsync(PostgresTestDatabase.CreateAsync);

    private static async Task KillAsync(Func<Task<ITestDatabase>> database)
    {
        var commands = await CommandsOfFirstStartAsync(database);
        Assert.True(commands >= Moments, $"Only {commands} commands were written.");
        for (var i = 0; i < Moments; i++)
        {
            await KillAfterAsync(database, 1 + (i * (commands - 1) / (Moments - 1)));
        }
    }

    private static async Task<int> CommandsOfFirstStartAsync(Func<Task<ITestDatabase>> database)
    {
        await using var site = await OpenAsync(database);
        var bot = await site.StartBotAsync();
        return bot.Process.Output.Split('\n').Count(line => line.Contains(Command, StringComparison.Ordinal));
    }

    private static async Task KillAfterAsync(Func<Task<ITestDatabase>> database, int commands)
    {
        await using var site = await OpenAsync(database);
        var first = site.Launch();
        await first.WritesAsync(Command, commands);
        await first.KillAsync();

        var next = await site.StartBotAsync();

        // What is signed in is stored: the tables are there.
        await site.SignInAsync(next.Address);
    }

    private static async Task<Site> OpenAsync(Func<Task<ITestDatabase>> database) =>
        await Site.OpenAsync(people: 1, await database(), TimeSpan.FromSeconds(2), s_settings);
}

using SupervisorBot.Supervision.Interception.Stored;
using SupervisorBot.Supervision.Sessions.Stored;
using static SupervisorBot.Storage.Tests.Interceptions;

namespace SupervisorBot.Storage.Tests;

/// <summary>The customer's number of an interception under way.</summary>
public sealed class CustomerNumberTests
{
    public static TheoryData<string> Databases => [TestDatabase.Sqlite, TestDatabase.Postgres];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task It_is_stored_encrypted_until_the_interception_is_decided(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync();
        var epoch = (await host.Sessions.OpenAsync(Alex, "a", Stop)).Epoch;
        var proposed = Proposed();
        await host.Sessions.CommitAsync(new SessionCommit(Alex, epoch) { Interceptions = [proposed] }, Stop);

        var record = (string)(await database.AskAsync("SELECT record FROM interceptions"))!;
        Assert.DoesNotContain(Customer[1..], record, StringComparison.Ordinal);
        Assert.False(provider == TestDatabase.Sqlite && database.Folder.HoldsText(Customer[1..]));
        Assert.Equal(proposed, Assert.Single((await host.Sessions.OpenAsync(Alex, "a", Stop)).Interceptions));

        epoch = (await host.Sessions.OpenAsync(Alex, "a", Stop)).Epoch;
        await host.Sessions.CommitAsync(new SessionCommit(Alex, epoch) { Interceptions = [Decided(proposed)] }, Stop);
        Assert.Null(InterceptionDocument.Read((string)(await database.AskAsync("SELECT record FROM interceptions"))!).CustomerNumber);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task One_that_an_earlier_version_stored_as_it_is_can_be_read(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync();
        var epoch = (await host.Sessions.OpenAsync(Alex, "a", Stop)).Epoch;
        var proposed = Proposed();
        await host.Sessions.CommitAsync(new SessionCommit(Alex, epoch) { Interceptions = [proposed] }, Stop);
        await database.AskAsync($"UPDATE interceptions SET record = '{InterceptionDocument.Write(proposed).Replace("'", "''", StringComparison.Ordinal)}'");

        Assert.Equal(proposed, Assert.Single((await host.Sessions.OpenAsync(Alex, "a", Stop)).Interceptions));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_undecryptable_one_is_left_out_and_the_interception_stays(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var proposed = Proposed();
        await using (var before = await database.StartAsync())
        {
            var epoch = (await before.Sessions.OpenAsync(Alex, "a", Stop)).Epoch;
            await before.Sessions.CommitAsync(new SessionCommit(Alex, epoch) { Interceptions = [proposed] }, Stop);
        }

        await database.AskAsync("DELETE FROM data_protection_keys");
        var host = await database.StartAsync();

        Assert.Equal(proposed with { CustomerNumber = null }, Assert.Single((await host.Sessions.OpenAsync(Alex, "a", Stop)).Interceptions));
        Assert.Single(host.Log.GetSnapshot(), line => line.Id.Id == 6010);
    }
}

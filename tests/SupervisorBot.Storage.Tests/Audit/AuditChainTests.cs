using SupervisorBot.Storage.Audit;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Tests.Audit;

/// <summary>How rows follow on each other.</summary>
public sealed class AuditChainTests
{
    private const string OtherKey = "YW5vdGhlciBrZXksIHRoYXQgd2FzIHVzZWQgYmVmb3JlISEh";

    public static TheoryData<string> Databases => [TestDatabase.Sqlite, TestDatabase.Postgres];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_audit_of_which_nothing_was_written_is_whole(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.StartAsync();

        Assert.Equal(new AuditReport(0, 0, new AuditHead(0, ""), null), await database.VerifyAsync());
        Assert.Null((await database.VerifyAsync(new AuditHead(0, ""))).Fault);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_many_write_at_once_follows_on_each_other_and_the_log_tells_the_end(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => WriteAsync(host, i)));

        var report = await database.VerifyAsync();
        Assert.Null(report.Fault);
        Assert.Equal((90, 1, 90), (report.Rows, report.First, report.Head.Sequence));
        await host.DisposeAsync();
        Assert.Equal($"The audit's head is {report.Head}.", host.Log.GetSnapshot().Last(line => line.Id.Id == 6013).Message);
        Assert.Null((await database.VerifyAsync(report.Head)).Fault);
    }

    [Fact]
    public async Task What_two_nodes_write_at_once_is_one_chain()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        var hosts = await Task.WhenAll(database.StartAsync(), database.StartAsync());

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => WriteAsync(hosts[i % 2], i)));

        var report = await database.VerifyAsync();
        Assert.Null(report.Fault);
        Assert.Equal(300, report.Rows);
        Assert.Equal(300L, await database.AskAsync("SELECT MAX(sequence) FROM audit"));
    }

    [Fact]
    public async Task A_change_in_the_same_batch_that_cannot_be_stored_leaves_neither_a_gap_nor_a_break()
    {
        // PostgreSQL takes no zero character in a text; the batch is undone, and the others are made again.
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        var host = await database.StartAsync(null, ("Database:Writers", "1"));
        var changes = Enumerable.Range(0, 40).Select(i => i % 10 == 5 ? FailAsync(host, i) : host.Audit.AppendAsync([AuditEntries.Refusal($"{i}")], Stop));

        await Task.WhenAll(changes);

        var report = await database.VerifyAsync();
        Assert.Null(report.Fault);
        Assert.Equal(36, report.Rows);
        Assert.Equal(36, report.Head.Sequence);
    }

    [Fact]
    public async Task A_turn_without_entries_does_not_touch_the_audit()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        var host = await database.StartAsync();
        var epoch = (await host.Sessions.OpenAsync(Interceptions.Alex, "a", Stop)).Epoch;
        await using var held = new Npgsql.NpgsqlConnection(database.ConnectionString);
        await held.OpenAsync(Stop);
        await using var transaction = await held.BeginTransactionAsync(Stop);
        await using var command = new Npgsql.NpgsqlCommand("LOCK TABLE audit, audit_marks IN ACCESS EXCLUSIVE MODE", held, transaction);
        await command.ExecuteNonQueryAsync(Stop);

        var commit = new SessionCommit(Interceptions.Alex, epoch) { Handled = new HandledRequest("request", "answer") };

        Assert.Equal(CommitResult.Committed, await host.Sessions.CommitAsync(commit, Stop).WaitAsync(StorageHost.Limit, Stop));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_key_is_changed_and_what_the_earlier_one_signed_still_verifies(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var before = await database.StartAsync(null, ("Audit:Key", OtherKey)))
        {
            await before.Audit.AppendAsync([AuditEntries.Whole(), AuditEntries.Whole()], Stop);
        }

        (string, string)[] rotated = [("Audit:RetiredKeys:0", OtherKey)];
        await using (var host = await database.StartAsync(null, rotated))
        {
            await host.Audit.AppendAsync([AuditEntries.Whole()], Stop);
        }

        var report = await database.VerifyAsync(null, rotated);
        Assert.Null(report.Fault);
        Assert.Equal(3, report.Rows);
        Assert.Equal(2L, await database.AskAsync("SELECT COUNT(DISTINCT key_id) FROM audit"));
        Assert.Equal((AuditFaultKind.UnknownKey, 1), Of(await database.VerifyAsync()));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_bot_that_does_not_know_the_key_of_the_last_row_does_not_start(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var before = await database.StartAsync(null, ("Audit:Key", OtherKey)))
        {
            await before.Audit.AppendAsync([AuditEntries.Whole()], Stop);
        }

        var refused = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => database.StartAsync());

        Assert.Contains("Audit:RetiredKeys", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_database_refuses_to_change_or_remove_a_row(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync();
        await host.Audit.AppendAsync([AuditEntries.Whole()], Stop);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.ExecuteAsync("UPDATE audit SET document = '{}'"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.ExecuteAsync("DELETE FROM audit"));
        if (provider == TestDatabase.Postgres)
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.ExecuteAsync("TRUNCATE audit"));
        }

        Assert.Null((await database.VerifyAsync()).Fault);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_was_written_is_exported_line_by_line(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync();
        var begin = AuditTime.Of(AuditEntries.At);
        await host.Audit.AppendAsync([.. Enumerable.Range(0, 600).Select(i => AuditEntries.Whole() with { At = begin.AddMinutes(i) })], Stop);

        var all = await database.ExportAsync();
        var part = await database.ExportAsync(begin.AddMinutes(5), begin.AddMinutes(7));

        Assert.Equal(600, all.Length);
        Assert.Equal(all[5..7], part);
        using var line = System.Text.Json.JsonDocument.Parse(all[0]);
        Assert.Equal(1, line.RootElement.GetProperty("sequence").GetInt64());
        Assert.Equal("2026-02-28T15:59:59.123456Z", line.RootElement.GetProperty("at").GetString());
        Assert.Equal("Zoë 截听 Müller", line.RootElement.GetProperty("entry").GetProperty("actor").GetProperty("name").GetString());
        Assert.Equal(64, line.RootElement.GetProperty("hmac").GetString()!.Length);
    }

    internal static (AuditFaultKind Kind, long Sequence) Of(AuditReport report)
    {
        Assert.NotNull(report.Fault);
        return (report.Fault.Kind, report.Fault.Sequence ?? 0);
    }

    /// <summary>Every other one as part of a turn, with two entries.</summary>
    private static async Task WriteAsync(StorageHost host, int number)
    {
        if (number % 2 == 0)
        {
            await host.Audit.AppendAsync([AuditEntries.Refusal($"{number}")], Stop);
            return;
        }

        var epoch = (await host.Sessions.OpenAsync(10_000 + number, "a", Stop)).Epoch;
        AuditEntry[] entries = [AuditEntries.Whole(), AuditEntries.Refusal($"{number}")];
        Assert.Equal(CommitResult.Committed, await host.Sessions.CommitAsync(new SessionCommit(10_000 + number, epoch) { Audit = entries }, Stop));
    }

    private static async Task FailAsync(StorageHost host, int number)
    {
        var epoch = (await host.Sessions.OpenAsync(10_000 + number, "a", Stop)).Epoch;
        var commit = new SessionCommit(10_000 + number, epoch) { Audit = [AuditEntries.Whole()], Handled = new HandledRequest($"{number}", "\0") };
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Sessions.CommitAsync(commit, Stop));
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Outbox;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Tests;

public sealed class PurgeTests
{
    private const string Protected = "\"customerNumber\":\"protected:";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>JSON writes the plus sign before them in a form of its own.</summary>
    private static readonly string Digits = Interceptions.Customer.TrimStart('+');

    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-03-01T10:00:00+00:00"));

    public static TheoryData<string> Databases => [TestDatabase.Sqlite, TestDatabase.Postgres];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Outcomes_past_their_lifetime_and_what_was_left_undecided_are_removed(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var now = _time.GetUtcNow();
        InterceptionRecord recent, undecided;
        await using (var before = await StartLongBeforeAsync(database))
        {
            await SaveAsync(before, decidedAt: now.AddHours(-2), proposedAt: now.AddHours(-2));
            await SaveAsync(before, decidedAt: null, proposedAt: now.AddHours(-26));
            recent = await SaveAsync(before, decidedAt: now.AddMinutes(-5), proposedAt: now.AddHours(-30));
            undecided = await SaveAsync(before, decidedAt: null, proposedAt: now.AddHours(-2));
            Assert.Equal(4, await database.CountAsync("interceptions"));
        }

        var host = await StartAsync(database);
        await UntilAsync(async () => await database.CountAsync("interceptions") <= 2);

        var ids = (await host.Sessions.OpenAsync(Interceptions.Alex, "a", Stop)).Interceptions.Select(record => record.View.OperationId).ToHashSet();
        Assert.Equal(new HashSet<Guid> { recent.View.OperationId, undecided.View.OperationId }, ids);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Everything_that_grows_old_while_the_bot_runs_is_removed_and_sessions_stay(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await StartAsync(database);
        await StoreOfEverythingAsync(host);
        string[] tables = ["interceptions", "call_claims", "handled_requests", "dead_letters", "shown_messages", "outbox_leases", "welcomes"];
        foreach (var table in tables)
        {
            Assert.True(await database.CountAsync(table) == 1, table);
        }

        _time.Advance(TimeSpan.FromDays(1000));
        await UntilAsync(async () => (await Task.WhenAll(tables.Select(database.CountAsync))).Sum() == 0);

        Assert.Equal(1, await database.CountAsync("sessions"));
        Assert.Equal(1, await database.CountAsync("outbox"));
    }

    [Fact]
    public async Task More_than_one_portion_is_removed_by_several_nodes_at_once()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        await (await database.StartAsync(_time)).DisposeAsync();
        await database.AskAsync("INSERT INTO handled_requests SELECT n::text, '', '2020-01-01' FROM generate_series(1, 1700) AS n");

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StartAsync(database)));

        await UntilAsync(async () => await database.CountAsync("handled_requests") == 0);
    }

    [Fact]
    public async Task A_customers_number_is_in_no_file_not_even_encrypted_once_the_interception_is_decided()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var host = await StartAsync(database);
        var epoch = (await host.Sessions.OpenAsync(Interceptions.Alex, "a", Stop)).Epoch;
        // Many on a page, so that what one leaves behind is not written over by the next by chance.
        List<InterceptionRecord> proposed = [.. Enumerable.Range(0, 40).Select(_ => Interceptions.Proposed(at: _time.GetUtcNow()))];
        await host.Sessions.CommitAsync(new SessionCommit(Interceptions.Alex, epoch) { Interceptions = proposed }, Stop);
        Assert.True(database.Folder.HoldsText(Protected), "while they are undecided the talk is recognised by it");
        Assert.False(database.Folder.HoldsText(Digits));
        Assert.All((await host.Sessions.OpenAsync(Interceptions.Alex, "a", Stop)).Interceptions, record => Assert.Equal(Interceptions.Customer, record.CustomerNumber));

        await host.Sessions.CommitAsync(
            new SessionCommit(Interceptions.Alex, epoch + 1) { Interceptions = [.. proposed.Select(record => Interceptions.Decided(record))] }, Stop);

        Assert.All((await host.Sessions.OpenAsync(Interceptions.Alex, "a", Stop)).Interceptions, record =>
        {
            Assert.Null(record.CustomerNumber);
            Assert.EndsWith("4321", record.View.Customer.Text, StringComparison.Ordinal);
        });
        await UntilAsync(() => Task.FromResult(!database.Folder.HoldsText(Protected)));
        Assert.Equal(40, await database.CountAsync("interceptions"));
    }

    [Fact]
    public async Task A_slow_reader_keeps_neither_the_purge_nor_a_change_waiting()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using (var before = await StartLongBeforeAsync(database))
        {
            await SaveAsync(before, decidedAt: _time.GetUtcNow().AddHours(-2), proposedAt: _time.GetUtcNow().AddHours(-2));
        }

        await using var reader = new SqliteConnection($"{database.ConnectionString};Pooling=False");
        await reader.OpenAsync(Stop);
        await using var command = reader.CreateCommand();
        command.CommandText = "BEGIN; SELECT COUNT(*) FROM interceptions";
        Assert.Equal(1L, await command.ExecuteScalarAsync(Stop));
        var host = await StartAsync(database);

        await UntilAsync(async () => await database.CountAsync("interceptions") == 0);

        await SaveAsync(host, decidedAt: null, proposedAt: _time.GetUtcNow());
        Assert.Equal(1, await database.CountAsync("interceptions"));
    }

    private async Task StoreOfEverythingAsync(StorageHost host)
    {
        var now = _time.GetUtcNow();
        await SaveAsync(host, decidedAt: now, proposedAt: now);
        var epoch = (await host.Sessions.OpenAsync(Interceptions.Alex, "a", Stop)).Epoch;
        await host.Sessions.CommitAsync(new SessionCommit(Interceptions.Alex, epoch) { Handled = new HandledRequest("request", "answer"), }, Stop);
        await host.Claims.TryClaimAsync(new CallKey("gateway", "1", "call"), Guid.NewGuid(), 1, "Alex", now.AddHours(1), Stop);
        await host.Outbox.AddAsync([new OutboxEntry("thread", "", OutboxKind.Post, "buried"), new OutboxEntry("thread", "", OutboxKind.Post, "waits")], Stop);
        var lease = await host.Outbox.LeaseAsync("thread", "owner", TimeSpan.FromSeconds(10), Stop);
        await host.Outbox.BuryAsync((await host.Outbox.ReadAsync("thread", 1, Stop))[0], "test", lease, Stop);
        await host.Outbox.PutShownAsync(new ShownMessage("key", "address", "activity"), Stop);
        await host.Welcomes.TryAddAsync("conversation", Stop);
    }

    private Task<StorageHost> StartAsync(TestDatabase database, TimeProvider? time = null) => database.StartAsync(
        time ?? _time,
        ("Interception:OutcomeLifetime", "01:00:00"),
        ("Database:PurgeInterval", Interval.ToString()),
        ("Database:BusyTimeout", "00:01:00"));

    /// <summary>A host to whose clock nothing is old, so that its own purge removes nothing of what is stored for the test.</summary>
    private Task<StorageHost> StartLongBeforeAsync(TestDatabase database) => StartAsync(database, new FakeTimeProvider(_time.GetUtcNow().AddDays(-10)));

    private static async Task<InterceptionRecord> SaveAsync(StorageHost host, DateTimeOffset? decidedAt, DateTimeOffset proposedAt)
    {
        var epoch = (await host.Sessions.OpenAsync(Interceptions.Alex, "a", Stop)).Epoch;
        var record = Interceptions.Proposed(at: proposedAt);
        List<InterceptionRecord> versions = [record];
        if (decidedAt is not null)
        {
            record = Interceptions.Decided(record, at: decidedAt);
            versions.Add(record);
        }

        Assert.Equal(CommitResult.Committed, await host.Sessions.CommitAsync(new SessionCommit(Interceptions.Alex, epoch) { Interceptions = versions }, Stop));
        return record;
    }

    /// <summary>Lets intervals pass until it is so; a purge of the start may still have to come to its first wait.</summary>
    private async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(StorageHost.Limit);
        while (!await condition())
        {
            _time.Advance(Interval);
            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
        }
    }
}

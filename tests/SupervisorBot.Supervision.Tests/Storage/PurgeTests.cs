using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Supervision.Tests.Storage;

public sealed class PurgeTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>JSON writes the plus sign before them in a form of its own.</summary>
    private static readonly string Digits = Interceptions.Customer.TrimStart('+');

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-03-01T10:00:00+00:00"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Outcomes_past_their_lifetime_and_what_was_left_undecided_are_removed()
    {
        var now = _time.GetUtcNow();
        InterceptionRecord recent, undecided;
        await using (var before = await StartLongBeforeAsync())
        {
            await SaveAsync(before, decidedAt: now.AddHours(-2), proposedAt: now.AddHours(-2));
            await SaveAsync(before, decidedAt: null, proposedAt: now.AddHours(-26));
            recent = await SaveAsync(before, decidedAt: now.AddMinutes(-5), proposedAt: now.AddHours(-30));
            undecided = await SaveAsync(before, decidedAt: null, proposedAt: now.AddHours(-2));
            Assert.Equal(4, Rows());
        }

        await using var host = await StartAsync();
        await UntilAsync(() => Rows() <= 2);

        var ids = (await host.Journal.LoadAsync(Interceptions.Alex, Stop)).Select(record => record.View.OperationId).ToHashSet();
        Assert.Equal([recent.View.OperationId, undecided.View.OperationId], ids);
    }

    [Fact]
    public async Task What_grows_old_while_the_bot_runs_is_removed_too()
    {
        await using var host = await StartAsync();
        await SaveAsync(host, decidedAt: _time.GetUtcNow(), proposedAt: _time.GetUtcNow());

        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.Single(await host.Journal.LoadAsync(Interceptions.Alex, Stop));
        Assert.Equal(1, Rows());

        _time.Advance(TimeSpan.FromMinutes(2));
        await UntilAsync(() => Rows() == 0);
    }

    [Fact]
    public async Task A_customers_number_is_in_no_file_once_the_interception_is_decided()
    {
        await using var host = await StartAsync();
        // Many on a page, so that what one leaves behind is not written over by the next by chance.
        List<InterceptionRecord> proposed = [.. Enumerable.Range(0, 40).Select(_ => Interceptions.Proposed(at: _time.GetUtcNow()))];
        foreach (var record in proposed)
        {
            await host.Journal.TrySaveAsync(record, Stop);
        }

        Assert.True(_folder.HoldsText(Digits), "while they are undecided the talk is recognised by it");
        Assert.All(await host.Journal.LoadAsync(Interceptions.Alex, Stop), record => Assert.Equal(Interceptions.Customer, record.CustomerNumber));

        foreach (var record in proposed)
        {
            await host.Journal.TrySaveAsync(Interceptions.Decided(record), Stop);
        }

        Assert.All(await host.Journal.LoadAsync(Interceptions.Alex, Stop), record =>
        {
            Assert.Null(record.CustomerNumber);
            Assert.EndsWith("4321", record.View.Customer.Text, StringComparison.Ordinal);
        });
        await UntilAsync(() => !_folder.HoldsText(Digits));
        Assert.Equal(40L, Rows());
    }

    [Fact]
    public async Task A_slow_reader_keeps_neither_the_purge_nor_a_save_waiting()
    {
        InterceptionRecord old;
        await using (var before = await StartLongBeforeAsync())
        {
            old = await SaveAsync(before, decidedAt: _time.GetUtcNow().AddHours(-2), proposedAt: _time.GetUtcNow().AddHours(-2));
        }

        await using var reader = new SqliteConnection($"Data Source={_folder.Database};Pooling=False");
        await reader.OpenAsync(Stop);
        await using var command = reader.CreateCommand();
        command.CommandText = "BEGIN; SELECT COUNT(*) FROM interceptions";
        Assert.Equal(1L, await command.ExecuteScalarAsync(Stop));
        await using var host = await StartAsync();

        await UntilAsync(() => Rows() == 0);

        Assert.True(await Task.Run(() => host.Journal.TrySaveAsync(Interceptions.Proposed(), Stop), Stop).WaitAsync(StorageHost.Limit, Stop));
        Assert.Null(await host.Journal.FindOwnerAsync(old.View.OperationId, Stop));
    }

    private Task<StorageHost> StartAsync(TimeProvider? time = null) => StorageHost.StartAsync(
        _folder.Database,
        time ?? _time,
        ("Interception:OutcomeLifetime", "01:00:00"),
        ("Database:PurgeInterval", Interval.ToString()),
        ("Database:BusyTimeout", "00:01:00"));

    /// <summary>A host to whose clock nothing is old, so that its own purge removes nothing of what is stored for the test.</summary>
    private Task<StorageHost> StartLongBeforeAsync() => StartAsync(new FakeTimeProvider(_time.GetUtcNow().AddDays(-10)));

    private static async Task<InterceptionRecord> SaveAsync(StorageHost host, DateTimeOffset? decidedAt, DateTimeOffset proposedAt)
    {
        var record = Interceptions.Proposed(at: proposedAt);
        Assert.True(await host.Journal.TrySaveAsync(record, Stop));
        if (decidedAt is not null)
        {
            record = Interceptions.Decided(record, at: decidedAt);
            Assert.True(await host.Journal.TrySaveAsync(record, Stop));
        }

        return record;
    }

    private long Rows() => (long)_folder.Ask("SELECT COUNT(*) FROM interceptions")!;

    /// <summary>Lets intervals pass until it is so; a purge of the start may still have to come to its first wait.</summary>
    private async Task UntilAsync(Func<bool> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(StorageHost.Limit);
        while (!condition())
        {
            _time.Advance(Interval);
            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
        }
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Storage;

namespace SupervisorBot.Supervision.Tests.Storage;

public sealed class JournalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Memory")]
    public async Task A_version_is_stored_once_and_only_over_the_one_before_it(string provider)
    {
        await using var host = await StartAsync(("Database:Provider", provider));
        var first = Interceptions.Proposed();
        var second = Interceptions.Advanced(first);
        var third = Interceptions.Decided(second);

        Assert.False(await host.Journal.TrySaveAsync(second, Stop), "a change of what was never stored");
        Assert.True(await host.Journal.TrySaveAsync(first, Stop));
        Assert.False(await host.Journal.TrySaveAsync(first, Stop), "the same insert again");
        Assert.False(await host.Journal.TrySaveAsync(third, Stop), "a version left out");
        Assert.True(await host.Journal.TrySaveAsync(second, Stop));
        Assert.False(await host.Journal.TrySaveAsync(second, Stop), "the same change again");
        Assert.False(await host.Journal.TrySaveAsync(first, Stop), "an insert over a later version");
        Assert.True(await host.Journal.TrySaveAsync(third, Stop));
        Assert.False(await host.Journal.TrySaveAsync(second, Stop), "back to an earlier version");

        var stored = Assert.Single(await host.Journal.LoadAsync(Interceptions.Alex, Stop));
        Assert.Equal((third.View, 3), (stored.View, stored.Version));
    }

    [Fact]
    public async Task What_was_refused_leaves_what_is_stored_untouched()
    {
        await using var host = await StartAsync();
        var first = Interceptions.Proposed();
        await host.Journal.TrySaveAsync(first, Stop);

        Assert.False(await host.Journal.TrySaveAsync(first with { Token = 99, View = first.View with { CallId = "another" } }, Stop));

        Assert.Equal(first, Assert.Single(await host.Journal.LoadAsync(Interceptions.Alex, Stop)));
    }

    [Fact]
    public async Task Two_over_the_same_version_exactly_one_is_stored()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();
        for (var round = 0; round < 50; round++)
        {
            var first = Interceptions.Proposed(agentId: 2000 + round);
            var inserts = await AtOnceAsync(() => one.Journal.TrySaveAsync(first, Stop), () => other.Journal.TrySaveAsync(first with { Token = 8 }, Stop));
            Assert.Single(inserts, won => won);
            var ones = Interceptions.Decided(first, InterceptionOutcome.Cancelled);
            var others = Interceptions.Decided(first, InterceptionOutcome.Expired);

            var updates = await AtOnceAsync(() => one.Journal.TrySaveAsync(ones, Stop), () => other.Journal.TrySaveAsync(others, Stop));

            Assert.Single(updates, won => won);
            var winner = updates[0] ? ones : others;
            Assert.Equal(winner.View, Assert.Single(await one.Journal.LoadAsync(2000 + round, Stop)).View);
        }
    }

    [Fact]
    public async Task After_a_restart_everything_is_as_it_was()
    {
        var undecided = Interceptions.Advanced(Interceptions.Proposed());
        List<InterceptionRecord> decided = [];
        await using (var before = await StartAsync())
        {
            await before.Journal.TrySaveAsync(undecided with { Version = 1 }, Stop);
            foreach (var outcome in Enum.GetValues<InterceptionOutcome>())
            {
                var proposed = Interceptions.Proposed();
                var record = Interceptions.Decided(proposed, outcome, takenBy: "Megan Bowen");
                record = record with { View = record.View with { Attached = true, SentAt = record.View.DecidedAt, Problem = new Problem(ProblemKind.Refused, "900-003") } };
                await before.Journal.TrySaveAsync(proposed, Stop);
                await before.Journal.TrySaveAsync(record, Stop);
                decided.Add(record with { CustomerNumber = null });
            }
        }

        await using var after = await StartAsync();
        var stored = (await after.Journal.LoadAsync(Interceptions.Alex, Stop)).ToDictionary(record => record.View.OperationId);

        Assert.Equal(decided.Count + 1, stored.Count);
        Assert.Equal(undecided with { Version = 1 }, stored[undecided.View.OperationId]);
        Assert.All(decided, record => Assert.Equal(record, stored[record.View.OperationId]));
        Assert.False(await after.Journal.TrySaveAsync(Interceptions.Proposed() with { View = decided[0].View }, Stop), "a proposal of a decided operation");
    }

    [Fact]
    public async Task An_inspector_is_shown_their_own_and_what_is_not_past_its_lifetime()
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2026-03-01T10:00:00+00:00"));
        await using var host = await StorageHost.StartAsync(_folder.Database, time, ("Interception:OutcomeLifetime", "01:00:00"));
        var late = await DecidedAsync(host, time.GetUtcNow().AddMinutes(-61));
        var recent = await DecidedAsync(host, time.GetUtcNow().AddMinutes(-59));
        var undecided = Interceptions.Proposed(at: time.GetUtcNow().AddHours(-5));
        await host.Journal.TrySaveAsync(undecided, Stop);
        await host.Journal.TrySaveAsync(Interceptions.Proposed(agentId: 1002), Stop);

        var ids = (await host.Journal.LoadAsync(Interceptions.Alex, Stop)).Select(record => record.View.OperationId).ToHashSet();

        Assert.Equal([recent.View.OperationId, undecided.View.OperationId], ids);
        Assert.DoesNotContain(late.View.OperationId, ids);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Memory")]
    public async Task The_owner_of_an_operation_is_found(string provider)
    {
        await using var host = await StartAsync(("Database:Provider", provider));
        var record = Interceptions.Proposed(agentId: 4321);
        await host.Journal.TrySaveAsync(record, Stop);

        Assert.Equal(4321, await host.Journal.FindOwnerAsync(record.View.OperationId, Stop));
        Assert.Null(await host.Journal.FindOwnerAsync(Guid.NewGuid(), Stop));
    }

    [Fact]
    public async Task A_press_after_a_restart_finds_the_session_that_it_belongs_to()
    {
        var record = Interceptions.Proposed(agentId: 4321);
        await using (var before = await StartAsync())
        {
            await before.Journal.TrySaveAsync(record, Stop);
        }

        await using var after = await StartAsync();

        Assert.Equal(4321, await after.Journal.FindOwnerAsync(record.View.OperationId, Stop));
        Assert.Null(await after.Journal.FindOwnerAsync(Guid.NewGuid(), Stop));
    }

    [Fact]
    public async Task One_that_cannot_be_read_does_not_hide_the_others()
    {
        await using var host = await StartAsync();
        var broken = Interceptions.Proposed();
        var whole = Interceptions.Proposed();
        await host.Journal.TrySaveAsync(broken, Stop);
        await host.Journal.TrySaveAsync(whole, Stop);
        _folder.Ask($$"""UPDATE interceptions SET record = '{"workNo":1}' WHERE operation_id = '{{broken.View.OperationId.ToString().ToUpperInvariant()}}'""");

        Assert.Equal(whole, Assert.Single(await host.Journal.LoadAsync(Interceptions.Alex, Stop)));
        Assert.False(await host.Journal.TrySaveAsync(broken, Stop));
    }

    [Fact]
    public async Task A_file_that_another_process_holds_fails_the_save_in_time_and_is_used_again_later()
    {
        await using var host = await StartAsync(("Database:BusyTimeout", "00:00:02"));
        var record = Interceptions.Proposed();
        await using var holder = new SqliteConnection($"Data Source={_folder.Database};Pooling=False");
        await holder.OpenAsync(Stop);
        await using (await holder.BeginTransactionAsync(Stop))
        {
            // Well under the 30 s that the driver would wait by itself. SQLite waits in its caller's thread, hence one of its own.
            await Assert.ThrowsAsync<DatabaseBusyException>(
                () => Task.Run(() => host.Journal.TrySaveAsync(record, Stop), Stop).WaitAsync(TimeSpan.FromSeconds(15), Stop));
        }

        Assert.True(await host.Journal.TrySaveAsync(record, Stop));
    }

    private static async Task<bool[]> AtOnceAsync(Func<Task<bool>> one, Func<Task<bool>> other)
    {
        using var start = new Barrier(2);
        Task<bool> Run(Func<Task<bool>> save) => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(StorageHost.Limit);
                return save();
            },
            Stop,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap();
        return await Task.WhenAll(Run(one), Run(other));
    }

    private static async Task<InterceptionRecord> DecidedAsync(StorageHost host, DateTimeOffset at)
    {
        var proposed = Interceptions.Proposed(at: at.AddSeconds(-3));
        await host.Journal.TrySaveAsync(proposed, Stop);
        var decided = Interceptions.Decided(proposed, at: at);
        await host.Journal.TrySaveAsync(decided, Stop);
        return decided;
    }

    private Task<StorageHost> StartAsync(params (string Name, string Value)[] settings) => StorageHost.StartAsync(_folder.Database, null, settings);
}

using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Outbox;
using SupervisorBot.Supervision.Sessions.Stored;
using static SupervisorBot.Storage.Tests.Interceptions;

namespace SupervisorBot.Storage.Tests;

/// <summary>What a session store promises, whatever keeps it.</summary>
public sealed class SessionStoreTests
{
    public static TheoryData<string> Everywhere => [TestDatabase.Memory, TestDatabase.Sqlite, TestDatabase.Postgres];

    public static TheoryData<string> Databases => [TestDatabase.Sqlite, TestDatabase.Postgres];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_commit_of_an_earlier_opening_stores_nothing_of_it(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync();
        var first = await host.Sessions.OpenAsync(Alex, "a", Stop);
        var second = await host.Sessions.OpenAsync(Alex, "b", Stop);

        var late = new SessionCommit(Alex, first.Epoch)
        {
            Session = new SessionSnapshot(true, "late", "late"),
            Interceptions = [Proposed()],
            Handled = new HandledRequest("late", "late"),
            Messages = [new OutboxEntry("thread", "", OutboxKind.Post, "late")],
        };
        Assert.Equal(CommitResult.Superseded, await host.Sessions.CommitAsync(late, Stop));
        Assert.Equal(CommitResult.Committed, await host.Sessions.CommitAsync(new SessionCommit(Alex, second.Epoch) { Session = new(true, "good", null) }, Stop));

        var stored = await host.Sessions.OpenAsync(Alex, "c", Stop);
        Assert.True(stored.Epoch > second.Epoch && second.Epoch > first.Epoch);
        Assert.Equal(new SessionSnapshot(true, "good", null), stored.Snapshot);
        Assert.Empty(stored.Interceptions);
        Assert.Null(await host.Sessions.FindHandledAsync("late", Stop));
        Assert.Empty(await host.Outbox.ReadAsync("thread", 10, Stop));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_commit_for_a_session_that_nobody_opened_is_refused(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync();

        Assert.Equal(CommitResult.Superseded, await host.Sessions.CommitAsync(new SessionCommit(Alex, 1), Stop));
        Assert.Equal(CommitResult.Superseded, await host.Sessions.CommitAsync(new SessionCommit(Alex, 0), Stop));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_version_is_stored_once_and_only_over_the_one_before_it(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync();
        var epoch = (await host.Sessions.OpenAsync(Alex, "a", Stop)).Epoch;
        var first = Proposed();
        var second = Advanced(first);
        var third = Decided(second);
        async Task<bool> TryAsync(InterceptionRecord record) =>
            await host.Sessions.CommitAsync(new SessionCommit(Alex, epoch) { Interceptions = [record] }, Stop) == CommitResult.Committed;

        Assert.False(await TryAsync(second), "a change of what was never stored");
        Assert.True(await TryAsync(first));
        Assert.False(await TryAsync(first), "the same insert again");
        Assert.False(await TryAsync(third), "a version left out");
        Assert.True(await TryAsync(second));
        Assert.False(await TryAsync(second), "the same change again");
        Assert.False(await TryAsync(first), "an insert over a later version");
        Assert.True(await TryAsync(third));
        Assert.False(await TryAsync(second), "back to an earlier version");

        var stored = Assert.Single((await host.Sessions.OpenAsync(Alex, "a", Stop)).Interceptions);
        Assert.Equal((third.View, 3), (stored.View, stored.Version));
        Assert.Equal(Alex, await host.Sessions.FindInspectorAsync(first.View.OperationId, Stop));
        Assert.Null(await host.Sessions.FindInspectorAsync(Guid.NewGuid(), Stop));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_commit_with_one_refused_interception_stores_nothing_of_it(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync();
        var epoch = (await host.Sessions.OpenAsync(Alex, "a", Stop)).Epoch;
        var commit = new SessionCommit(Alex, epoch)
        {
            Session = new SessionSnapshot(true, "never", null),
            Interceptions = [Proposed(), Advanced(Proposed())],
            Handled = new HandledRequest("request", "answer"),
            Messages = [new OutboxEntry("thread", "", OutboxKind.Post, "never")],
        };

        Assert.Equal(CommitResult.Superseded, await host.Sessions.CommitAsync(commit, Stop));

        var stored = await host.Sessions.OpenAsync(Alex, "a", Stop);
        Assert.Null(stored.Snapshot);
        Assert.Empty(stored.Interceptions);
        Assert.Null(await host.Sessions.FindHandledAsync("request", Stop));
        Assert.Empty(await host.Outbox.ReadAsync("thread", 10, Stop));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_request_is_handled_once_and_its_first_answer_stays(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync();
        var epoch = (await host.Sessions.OpenAsync(Alex, "a", Stop)).Epoch;
        SessionCommit Commit(string answer) => new(Alex, epoch)
        {
            Session = new SessionSnapshot(false, answer, null),
            Handled = new HandledRequest("request", answer),
            Messages = [new OutboxEntry("thread", "", OutboxKind.Post, answer)],
        };

        Assert.Equal(CommitResult.Committed, await host.Sessions.CommitAsync(Commit("first"), Stop));
        Assert.Equal(CommitResult.RequestKnown, await host.Sessions.CommitAsync(Commit("second"), Stop));

        Assert.Equal(new HandledRequest("request", "first"), await host.Sessions.FindHandledAsync("request", Stop));
        Assert.Equal("first", (await host.Sessions.OpenAsync(Alex, "a", Stop)).Snapshot!.Document);
        Assert.Equal("first", Assert.Single(await host.Outbox.ReadAsync("thread", 10, Stop)).Entry.Message);
        Assert.Null(await host.Sessions.FindHandledAsync("another", Stop));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Whoever_is_awake_or_undecided_has_to_be_looked_after_until_somebody_does(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync();
        async Task<long> StoreAsync(int agentId, bool isAwake, params InterceptionRecord[] interceptions)
        {
            var epoch = (await host.Sessions.OpenAsync(agentId, "a", Stop)).Epoch;
            await host.Sessions.CommitAsync(new SessionCommit(agentId, epoch) { Session = new(isAwake, "{}", null), Interceptions = interceptions }, Stop);
            return epoch;
        }

        var awake = await StoreAsync(1, isAwake: true);
        await StoreAsync(2, isAwake: false);
        var undecided = await StoreAsync(3, isAwake: false, Proposed(agentId: 3));
        var proposed = Proposed(agentId: 4);
        await StoreAsync(4, isAwake: false, proposed);
        await host.Sessions.CommitAsync(
            new SessionCommit(4, (await host.Sessions.OpenAsync(4, "a", Stop)).Epoch) { Interceptions = [Decided(proposed)] }, Stop);

        await host.Sessions.ReleaseAsync(1, awake, Stop);
        await host.Sessions.ReleaseAsync(3, undecided + 7, Stop);

        Assert.Equal(
            [new SessionOwner(1, awake, null), new SessionOwner(3, undecided, "a")],
            (await host.Sessions.FindAwakeAsync(Stop)).OrderBy(owner => owner.AgentId));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_commit_whose_answer_was_lost_is_stored_once(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync();
        var epoch = (await host.Sessions.OpenAsync(Alex, "a", Stop)).Epoch;
        var commit = new SessionCommit(Alex, epoch)
        {
            Interceptions = [Proposed()],
            Handled = new HandledRequest("request", "answer"),
            Messages = [new OutboxEntry("thread", "", OutboxKind.Post, "once")],
        };

        Assert.Equal(CommitResult.Committed, await host.Sessions.CommitAsync(commit, Stop));
        Assert.Equal(CommitResult.Committed, await host.Sessions.CommitAsync(commit, Stop));

        Assert.Equal(1, await database.CountAsync("outbox"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task After_a_restart_everything_is_as_it_was(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var undecided = Proposed();
        List<InterceptionRecord> decided = [];
        var before = await database.StartAsync();
        var epoch = (await before.Sessions.OpenAsync(Alex, "a", Stop)).Epoch;
        await before.Sessions.CommitAsync(new SessionCommit(Alex, epoch) { Session = new(true, "document", "credentials"), Interceptions = [undecided] }, Stop);
        foreach (var outcome in Enum.GetValues<InterceptionOutcome>())
        {
            var proposed = Proposed();
            var record = Decided(proposed, outcome, takenBy: "Megan Bowen");
            await before.Sessions.CommitAsync(new SessionCommit(Alex, epoch) { Interceptions = [proposed, record] }, Stop);
            decided.Add(record with { CustomerNumber = null });
        }

        await before.DisposeAsync();

        var after = await database.StartAsync();
        var stored = await after.Sessions.OpenAsync(Alex, "b", Stop);
        Assert.Equal(new SessionSnapshot(true, "document", "credentials"), stored.Snapshot);
        Assert.InRange(stored.StoredAt!.Value, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow);
        Assert.Equal(epoch + 1, stored.Epoch);
        var interceptions = stored.Interceptions.ToDictionary(record => record.View.OperationId);
        Assert.Equal(decided.Count + 1, interceptions.Count);
        Assert.Equal(undecided, interceptions[undecided.View.OperationId]);
        Assert.All(decided, record => Assert.Equal(record, interceptions[record.View.OperationId]));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_was_decided_long_ago_is_not_shown(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync(null, ("Interception:OutcomeLifetime", "01:00:00"));
        var epoch = (await host.Sessions.OpenAsync(Alex, "a", Stop)).Epoch;
        var now = DateTimeOffset.UtcNow;
        async Task<Guid> StoreAsync(TimeSpan age, bool isDecided)
        {
            var proposed = Proposed(at: now - age);
            await host.Sessions.CommitAsync(
                new SessionCommit(Alex, epoch) { Interceptions = isDecided ? [proposed, Decided(proposed, at: now - age)] : [proposed] }, Stop);
            return proposed.View.OperationId;
        }

        await StoreAsync(TimeSpan.FromMinutes(61), isDecided: true);
        var recent = await StoreAsync(TimeSpan.FromMinutes(55), isDecided: true);
        var undecided = await StoreAsync(TimeSpan.FromHours(5), isDecided: false);

        Assert.Equal(
            new HashSet<Guid> { recent, undecided },
            (await host.Sessions.OpenAsync(Alex, "a", Stop)).Interceptions.Select(record => record.View.OperationId).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task One_that_cannot_be_read_does_not_hide_the_others(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync();
        var epoch = (await host.Sessions.OpenAsync(Alex, "a", Stop)).Epoch;
        var (broken, whole) = (Proposed(), Proposed());
        await host.Sessions.CommitAsync(new SessionCommit(Alex, epoch) { Interceptions = [broken, whole] }, Stop);
        await database.AskAsync($$"""UPDATE interceptions SET record = '{"workNo":1}' WHERE lower(CAST(operation_id AS text)) = '{{broken.View.OperationId}}'""");

        Assert.Equal(whole, Assert.Single((await host.Sessions.OpenAsync(Alex, "a", Stop)).Interceptions));
        Assert.Contains(host.Log.GetSnapshot(), line => line.Id.Id == 6002);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_many_at_once_each_gets_its_own_answer(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync();
        var epochs = await Task.WhenAll(Enumerable.Range(1, 60).Select(async agentId => (await host.Sessions.OpenAsync(agentId, "a", Stop)).Epoch));

        // Every third is of an earlier opening, and every fourth answers the request of the one before it.
        var answers = await Task.WhenAll(Enumerable.Range(1, 60).Select(agentId => host.Sessions.CommitAsync(
            new SessionCommit(agentId, epochs[agentId - 1] - (agentId % 3 == 0 ? 1 : 0))
            {
                Session = new(true, $"{agentId}", null),
                Interceptions = [Proposed(agentId)],
                Messages = [new OutboxEntry($"thread {agentId % 5}", "", OutboxKind.Post, $"{agentId}")],
            },
            Stop)));

        Assert.Equal(Enumerable.Range(1, 60).Select(agentId => agentId % 3 == 0 ? CommitResult.Superseded : CommitResult.Committed), answers);
        Assert.Equal(40, await database.CountAsync("outbox"));
        Assert.Equal(40, await database.CountAsync("interceptions"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_opening_sees_what_was_committed_just_before_it(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync();
        for (var round = 0; round < 30; round++)
        {
            var epoch = (await host.Sessions.OpenAsync(Alex, "a", Stop)).Epoch;
            var record = Proposed();
            // They wait together, and so are stored together.
            var busy = Enumerable.Range(0, 20).Select(i => host.Sessions.OpenAsync(5000 + i, "a", Stop)).ToList();
            var committing = host.Sessions.CommitAsync(new SessionCommit(Alex, epoch) { Session = new(true, $"{round}", $"{round}"), Interceptions = [record] }, Stop);
            var opening = host.Sessions.OpenAsync(Alex, "b", Stop);

            Assert.Equal(CommitResult.Committed, await committing);
            var opened = await opening;
            Assert.Equal(new SessionSnapshot(true, $"{round}", $"{round}"), opened.Snapshot);
            Assert.Contains(opened.Interceptions, stored => stored.View.OperationId == record.View.OperationId);
            Assert.Equal(epoch + 1, opened.Epoch);
            await Task.WhenAll(busy);
        }
    }
}

using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Outbox;
using SupervisorBot.Supervision.Sessions.Stored;
using static SupervisorBot.Supervision.Tests.Machine.ScriptedSession;

namespace SupervisorBot.Supervision.Tests.Sessions;

public sealed class MemorySessionStoreTests : IDisposable
{
    private static readonly CallKey TheCall = new("gateway:8043", "1", Call);

    private readonly FakeTimeProvider _time = new();
    private readonly MemoryCallClaims _claims;
    private readonly MemoryOutboxStore _outbox;
    private readonly MemorySessionStore _store;

    public MemorySessionStoreTests()
    {
        _claims = new MemoryCallClaims(_time);
        _outbox = new MemoryOutboxStore(Options.Create(new OutboxOptions()), _time);
        _store = new MemorySessionStore(_claims, _outbox, new MemoryAuditTrail(_time), Options.Create(new InterceptionOptions()), _time);
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_commit_of_an_earlier_opening_is_refused_and_stores_nothing()
    {
        var first = await OpenAsync("a");
        var second = await OpenAsync("b");

        var message = new OutboxEntry("thread", "", OutboxKind.Post, "{}");
        Assert.Equal(CommitResult.Superseded, await CommitAsync(new SessionCommit(1001, first) { Interceptions = [Record()], Messages = [message] }));
        Assert.Equal(0, _outbox.Waiting);
        Assert.Equal(CommitResult.Committed, await CommitAsync(new SessionCommit(1001, second) { Session = new SessionSnapshot(true, "{}", null), Messages = [message] }));
        Assert.Equal(1, _outbox.Waiting);
        Assert.Empty((await _store.OpenAsync(1001, "c", TestContext.Current.CancellationToken)).Interceptions);
    }

    [Fact]
    public async Task An_operation_is_inserted_once_and_changed_only_over_the_version_before()
    {
        var epoch = await OpenAsync("a");
        var record = Record();

        Assert.Equal(CommitResult.Committed, await CommitAsync(new SessionCommit(1001, epoch) { Interceptions = [record] }));
        Assert.Equal(CommitResult.Superseded, await CommitAsync(new SessionCommit(1001, epoch) { Interceptions = [record] }));
        Assert.Equal(CommitResult.Superseded, await CommitAsync(new SessionCommit(1001, epoch) { Interceptions = [record with { Version = 3 }] }));
        Assert.Equal(CommitResult.Committed, await CommitAsync(new SessionCommit(1001, epoch) { Interceptions = [record with { Version = 2 }] }));
    }

    [Fact]
    public async Task A_request_is_handled_once_and_its_answer_is_found()
    {
        var epoch = await OpenAsync("a");
        var handled = new HandledRequest("request", "answer");

        Assert.Equal(CommitResult.Committed, await CommitAsync(new SessionCommit(1001, epoch) { Handled = handled }));
        Assert.Equal(CommitResult.RequestKnown, await CommitAsync(new SessionCommit(1001, epoch) { Handled = handled with { Receipt = "other" } }));
        Assert.Equal("answer", (await _store.FindHandledAsync("request", TestContext.Current.CancellationToken))!.Receipt);
    }

    [Fact]
    public async Task A_press_finds_the_session_that_it_belongs_to()
    {
        var record = Record();
        await CommitAsync(new SessionCommit(1001, await OpenAsync("a")) { Interceptions = [record] });
        using var owners = new OperationOwners(_store, Options.Create(new InterceptionOptions()));

        Assert.Equal(1001, await owners.FindAsync(record.View.OperationId, TestContext.Current.CancellationToken));
        Assert.Null(await owners.FindAsync(Guid.NewGuid(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whoever_is_signed_in_or_undecided_has_to_be_looked_after_until_somebody_does()
    {
        var alex = await OpenAsync("a");
        await CommitAsync(new SessionCommit(1001, alex) { Session = new SessionSnapshot(true, "{}", "secret") });
        var other = await _store.OpenAsync(1002, "a", TestContext.Current.CancellationToken);
        await CommitAsync(new SessionCommit(1002, other.Epoch) { Session = new SessionSnapshot(false, "{}", null) });

        Assert.Equal([new SessionOwner(1001, alex, "a")], await _store.FindAwakeAsync(TestContext.Current.CancellationToken));
        await _store.ReleaseAsync(1001, alex, TestContext.Current.CancellationToken);
        Assert.Equal([new SessionOwner(1001, alex, null)], await _store.FindAwakeAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_call_is_claimed_by_one_operation_until_a_commit_releases_it_or_its_time_is_over()
    {
        var (first, second, third) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

        Assert.True((await ClaimAsync(first)).Granted);
        Assert.True((await ClaimAsync(first)).Granted);
        Assert.Equal(new ClaimAnswer(false, "Alex Wilber", 1001), await ClaimAsync(second));
        await CommitAsync(new SessionCommit(1001, await OpenAsync("a")) { ReleasedClaims = [first] });
        Assert.True((await ClaimAsync(second)).Granted);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await ClaimAsync(third)).Granted);
    }

    private static InterceptionRecord Record()
    {
        var view = new InterceptionView
        {
            OperationId = Guid.NewGuid(),
            Inspector = Alex,
            WorkNo = Agent,
            CallId = Call,
            Customer = MaskedNumber.Of(Customer),
            Origin = Place,
            Step = InterceptionStep.Proposed,
            ProposedAt = default,
            ExpiresAt = default,
        };
        return new InterceptionRecord(view, Customer, 1, 1);
    }

    private Task<ClaimAnswer> ClaimAsync(Guid operationId) => _claims.TryClaimAsync(
        TheCall, operationId, 1001, "Alex Wilber", _time.GetUtcNow() + TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    private async Task<long> OpenAsync(string node) => (await _store.OpenAsync(1001, node, TestContext.Current.CancellationToken)).Epoch;

    private Task<CommitResult> CommitAsync(SessionCommit commit) => _store.CommitAsync(commit, TestContext.Current.CancellationToken);
}

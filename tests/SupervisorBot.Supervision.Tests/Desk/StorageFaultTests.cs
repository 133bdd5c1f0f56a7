using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.Sessions.Stored;
using SupervisorBot.Supervision.Talk;
using static SupervisorBot.Supervision.Tests.Desk.DeskHost;

namespace SupervisorBot.Supervision.Tests.Desk;

/// <summary>A session over a storage that fails, is slow, or answers too late; and notices that cannot be put into words.</summary>
public sealed class StorageFaultTests
{
    private FaultyStore _store = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_somebody_asks_fails_when_it_cannot_be_stored_and_changes_nothing()
    {
        await using var host = await StartAsync();
        await host.SignInAsync(host.Alex);
        _store.Failing = commit => commit.Handled is not null;

        await Assert.ThrowsAsync<StoringFailedException>(() => host.AskAsync(host.Alex, id => new SignOutRequested(id, Place)));

        Assert.Equal(SessionStatus.SignedIn, (await host.Desk.GetSessionAsync(host.Alex, Stop)).Status);
        Assert.Empty(host.Gateway.RequestLog.Snapshot("logout"));
        _store.Failing = null;
        Assert.True((await host.AskAsync(host.Alex, id => new SignOutRequested(id, Place))).Accepted);
    }

    [Fact]
    public async Task A_request_that_was_stored_though_its_answer_was_lost_is_answered_and_done_once()
    {
        await using var host = await StartAsync();
        await host.SignInAsync(host.Alex);
        var lost = 0;
        _store.Losing = commit => commit.Handled is not null && Interlocked.Increment(ref lost) == 1;

        Assert.True((await host.AskAsync(host.Alex, id => new SignOutRequested(id, Place))).Accepted);
        await host.NoticeAsync<SignedOutNotice>(notice => notice.Cause is null);

        Assert.Equal(2, lost);
        Assert.Single(host.Gateway.RequestLog.Snapshot("logout"));
    }

    [Fact]
    public async Task A_request_of_which_nobody_knows_whether_it_was_stored_is_looked_up_in_what_is_stored()
    {
        await using var host = await StartAsync(("Session:RequestTimeout", "00:00:01"));
        await host.SignInAsync(host.Alex);
        var id = $"request-{Guid.NewGuid()}";
        var isLost = true;
        _store.Losing = commit => commit.Handled is not null && isLost;
        _store.Opened = () => isLost = false;

        Assert.True((await host.Desk.AskAsync(host.Alex, new SignOutRequested(id, Place), Stop)).Accepted);
        await host.NoticeAsync<SignedOutNotice>(notice => notice.Cause is null);

        Assert.False(isLost);
        Assert.Single(host.Gateway.RequestLog.Snapshot("logout"));
    }

    [Fact]
    public async Task A_request_that_waited_for_too_long_is_refused_and_not_done()
    {
        await using var host = await StartAsync(("Session:RequestTimeout", "00:00:01"));
        await host.SignInAsync(host.Alex);
        var holding = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _store.Holding = holding;
        var first = host.AskAsync(host.Alex, id => new MonitorRequested(id, Place, Agent, SupervisorBot.Gateway.Monitoring.MonitoringMode.Listen));
        await _store.Held.Task.WaitAsync(TimeSpan.FromSeconds(15), Stop);
        var second = host.AskAsync(host.Alex, id => new SignOutRequested(id, Place));
        await Task.Delay(TimeSpan.FromMilliseconds(1500), Stop);
        _store.Holding = null;
        holding.SetResult();

        Assert.True((await first).Accepted);
        Assert.Equal(Refusal.Overloaded, (await second).Refusal);
        Assert.Empty(host.Gateway.RequestLog.Snapshot("logout"));
    }

    [Fact]
    public async Task A_request_whose_turn_does_not_come_is_answered_while_its_sender_waits_and_never_done()
    {
        await using var host = await StartAsync(("Session:RequestTimeout", "00:00:01"));
        await host.SignInAsync(host.Alex);
        var holding = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _store.Holding = holding;
        var first = host.AskAsync(host.Alex, id => new MonitorRequested(id, Place, Agent, SupervisorBot.Gateway.Monitoring.MonitoringMode.Listen));
        await _store.Held.Task.WaitAsync(TimeSpan.FromSeconds(15), Stop);

        Assert.Equal(Refusal.Overloaded, (await host.AskAsync(host.Alex, id => new SignOutRequested(id, Place))).Refusal);

        _store.Holding = null;
        holding.SetResult();
        Assert.True((await first).Accepted);
        Assert.Equal(Refusal.NoCall, (await host.AskAsync(host.Alex, id => new HangUpRequested(id, Place))).Refusal);
        Assert.Empty(host.Gateway.RequestLog.Snapshot("logout"));
    }

    [Fact]
    public async Task What_the_gateway_says_is_stored_as_soon_as_it_can_be()
    {
        await using var host = await StartAsync();
        var failed = 0;
        host.Gateway.ContactCentre.StartCall(Agent, Customer);
        await host.SignInAsync(host.Alex);
        _store.Failing = commit => commit.Handled is null && ++failed <= 3;
        await host.ListenAsync(host.Alex);

        Assert.True(failed > 3);
    }

    [Fact]
    public async Task An_intercept_whose_decision_took_too_long_to_store_is_not_sent()
    {
        await using var host = await StartAsync(("Interception:SendDelayLimit", "00:00:01"));
        var callId = await host.ListenToACallAsync(host.Alex);
        var id = await host.ProposeAsync(host.Alex, callId);
        _store.Slow = commit => commit.Interceptions.Any(record => record.View.Step == InterceptionStep.Sending);
        await host.PressAsync(host.Alex, id);

        Assert.Equal(InterceptionOutcome.Unreachable, (await host.OutcomeAsync(id)).Outcome);
        Assert.Equal(0, host.InterceptsReceived);
    }

    [Fact]
    public async Task A_notice_that_cannot_be_put_into_words_stops_nothing()
    {
        await using var host = await StartAsync();
        host.OnCompose = notice => _ = notice is MonitoringNotice { Monitoring.Phase: MonitoringPhase.PhoneRinging } ? throw new FormatException("no words") : 0;
        var callId = await host.ListenToACallAsync(host.Alex);
        var id = await host.ProposeAsync(host.Alex, callId);
        await host.PressAsync(host.Alex, id);

        await host.NoticeAsync<TalkNotice>(n => n.Change == TalkChange.Began);
    }

    [Fact]
    public async Task What_nothing_changes_in_is_not_stored()
    {
        await using var host = await StartAsync();
        await host.SignInAsync(host.Alex);
        var last = host.Gateway.RequestLog.Snapshot().Max(r => r.Sequence);
        await host.Gateway.RequestLog.WaitForAsync(r => r.Operation == "getAgentEvent" && r.Sequence > last + 3, TimeSpan.FromSeconds(15), Stop);
        var stored = _store.Commits;
        last = host.Gateway.RequestLog.Snapshot().Max(r => r.Sequence);
        await host.Gateway.RequestLog.WaitForAsync(r => r.Operation == "getAgentEvent" && r.Sequence > last + 2, TimeSpan.FromSeconds(15), Stop);

        Assert.Equal(stored, _store.Commits);
    }

    private Task<DeskHost> StartAsync(params (string Name, string Value)[] settings) =>
        DeskHost.StartOverAsync(store => _store = new FaultyStore(store), settings);

    private sealed class FaultyStore(ISessionStore store) : ISessionStore
    {
        private static readonly TimeSpan SlowCommit = TimeSpan.FromMilliseconds(1500);

        private int _commits;

        /// <summary>The commits that fail.</summary>
        public Func<SessionCommit, bool>? Failing { get; set; }

        /// <summary>The commits that take long.</summary>
        public Func<SessionCommit, bool>? Slow { get; set; }

        /// <summary>The commits that are stored and whose answer is lost.</summary>
        public Func<SessionCommit, bool>? Losing { get; set; }

        /// <summary>Completes when a request's commit waits.</summary>
        public TaskCompletionSource Held { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>What requests' commits wait for.</summary>
        public TaskCompletionSource? Holding { get; set; }

        /// <summary>Called when a session is opened.</summary>
        public Action? Opened { get; set; }

        public int Commits => Volatile.Read(ref _commits);

        public async Task<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _commits);
            if (Failing?.Invoke(commit) == true)
            {
                throw new StoreUnavailableException("The disk is full.");
            }

            if (Slow?.Invoke(commit) == true)
            {
                await Task.Delay(SlowCommit, cancellationToken);
            }

            if (commit.Handled is not null && Holding is { } holding)
            {
                Held.TrySetResult();
                await holding.Task.WaitAsync(cancellationToken);
            }

            var result = await store.CommitAsync(commit, cancellationToken);
            return Losing?.Invoke(commit) == true ? throw new StoreOutcomeUnknownException() : result;
        }

        public Task<StoredSession> OpenAsync(int agentId, string node, CancellationToken cancellationToken)
        {
            Opened?.Invoke();
            return store.OpenAsync(agentId, node, cancellationToken);
        }

        public Task ReleaseAsync(int agentId, long epoch, CancellationToken cancellationToken) => store.ReleaseAsync(agentId, epoch, cancellationToken);

        public Task<IReadOnlyList<SessionOwner>> FindAwakeAsync(CancellationToken cancellationToken) => store.FindAwakeAsync(cancellationToken);

        public Task<HandledRequest?> FindHandledAsync(string requestId, CancellationToken cancellationToken) => store.FindHandledAsync(requestId, cancellationToken);

        public Task<int?> FindInspectorAsync(Guid operationId, CancellationToken cancellationToken) => store.FindInspectorAsync(operationId, cancellationToken);
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Sessions.Events;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.Sessions.Stored;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>
/// One inspector's session: a mailbox that takes one turn at a time. A turn stores what it decided and starts what it wants done; it never waits for
/// the gateway. Each answer, event and timer comes back as a turn of its own. Whoever opens the session later owns it: this one then stores nothing,
/// does nothing and ends.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "It ends by StopAsync, which lets go of all that it holds.")]
internal sealed class InspectorSession
{
    private static readonly TimeSpan DecisionPause = TimeSpan.FromMilliseconds(20);

    /// <summary>The silo gives a deactivation half of the shutdown's time, 9 s by default: all parts of a stop end before.</summary>
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(8);

    /// <summary>What emptying the mailbox and giving the session back have of it, whatever came before.</summary>
    private static readonly TimeSpan LastPartOfStop = TimeSpan.FromSeconds(2);

    private readonly Channel<Letter> _mailbox = Channel.CreateUnbounded<Letter>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SessionServices _services;
    private readonly SessionEffects _effects;
    private readonly TurnCommits _commits;
    private readonly PageSubmissions _pages;
    private readonly ILogger _logger;
    private IReadOnlyList<InterceptionRecord> _opened;
    private Task _pump = Task.CompletedTask;
    private long _lastTurn;
    private bool _isCounted;
    private SessionState _state;
    private int _waiting;
    private volatile bool _isDraining;
    private volatile bool _moved;

    /// <summary>A session over what is stored; it takes no turn yet.</summary>
    /// <param name="account">The inspector.</param>
    /// <param name="services">What every session works with.</param>
    /// <param name="opened">What is stored, opened for this session.</param>
    public InspectorSession(InspectorAccount account, SessionServices services, StoredSession opened)
    {
        _services = services;
        _logger = services.Logger;
        _state = new SessionState(account.Inspector) { HasPassword = account.Password is not null };
        _effects = new SessionEffects(account, services, this, _stopping.Token);
        _commits = new TurnCommits(services, account.Inspector.AgentId, opened);
        _pages = new PageSubmissions(services, this);
        _opened = opened.Interceptions;
    }

    /// <summary>The inspector's agent id.</summary>
    public int AgentId => State.Inspector.AgentId;

    /// <summary>Numbers the opening that this session lives by.</summary>
    public long Epoch => _commits.Epoch;

    /// <summary>The state after the last turn.</summary>
    public SessionState State => Volatile.Read(ref _state);

    /// <summary>Whether there is anything to lose by letting this session go.</summary>
    public bool IsNeeded => State is not { Status: SessionStatus.SignedOut, Active: null } || State.Interceptions.Values.Any(r => r.View.AwaitsPress);

    /// <summary>Whether another activation has taken the session over.</summary>
    public bool HasMoved => _moved;

    /// <summary>Completes when the activation of this session shall end.</summary>
    public Task Over => _over.Task;

    /// <summary>How long nothing has happened.</summary>
    public TimeSpan Idle => _services.Time.GetElapsedTime(Interlocked.Read(ref _lastTurn));

    /// <summary>The talk with the gateway, while signed in.</summary>
    public GatewaySession? Gateway => _effects.Gateway;

    /// <summary>The virtual call centre (VDN) that the last sign-in answered with.</summary>
    public string? Vcc => _effects.Vcc;

    /// <summary>Brings what is stored to life, and begins to take turns.</summary>
    public Task StartAsync()
    {
        // The mailbox is what makes turns single, not the caller's scheduler.
        _pump = Task.Run(PumpAsync, CancellationToken.None);
        var hasCredentials = _effects.Resume(_commits.Credentials);
        var loaded = new SessionLoaded(_commits.Document, hasCredentials, Interlocked.Exchange(ref _opened, []), _effects.HoldsPassword);
        return AskAsync<object?>(loaded);
    }

    /// <summary>Puts something that happened into the mailbox.</summary>
    public bool Post(SessionInput input) => _mailbox.Writer.TryWrite(new Letter(input, null, _services.Time.GetTimestamp()));

    /// <summary>Takes an event that the gateway sent, where it knows the session's secrets; it is in the mailbox then.</summary>
    /// <exception cref="SessionMovedException">The session is looked after elsewhere: ask again.</exception>
    public PushAnswer Take(string pathPart, string? serviceToken, ReadOnlySpan<byte> body, string? charset) =>
        _effects.Take(pathPart, serviceToken, body, charset);

    /// <summary>Puts a request into the mailbox and waits for its turn's reply; turns are short.</summary>
    /// <exception cref="SessionMovedException">The session is looked after elsewhere: ask again.</exception>
    public async Task<TReply> AskAsync<TReply>(SessionInput input)
    {
        var waiting = Interlocked.Increment(ref _waiting);
        try
        {
            if (waiting > _services.Limits.Session.WaitingRequestsMaximum)
            {
                Log.Overloaded(_logger, AgentId, waiting);
                return (TReply)Overload.AnswerTo(input);
            }

            var reply = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
            var letter = new Letter(input, reply, _services.Time.GetTimestamp());
            return _mailbox.Writer.TryWrite(letter) ? (TReply)(await ReplyToAsync(letter, reply.Task))! : throw new SessionMovedException();
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>A request whose turn has not begun in time is withdrawn: its sender hears so while they still wait, and nothing comes of it later.</summary>
    private async Task<object?> ReplyToAsync(Letter letter, Task<object?> reply)
    {
        if (!letter.IsRequest)
        {
            return await reply;
        }

        try
        {
            return await reply.WaitAsync(_services.Limits.Session.RequestTimeout, _services.Time);
        }
        catch (TimeoutException) when (!reply.IsCompleted)
        {
            if (!letter.TryWithdraw())
            {
                return await reply;
            }

            Log.RequestTooOld(_logger, AgentId, letter.Input.GetType().Name);
            return Overload.AnswerTo(letter.Input);
        }
    }

    /// <summary>Signs in with what was typed on the sign-in page, and waits for what comes of it.</summary>
    /// <exception cref="SessionMovedException">The session is looked after elsewhere: ask again.</exception>
    public Task<PageAnswer> SubmitAsync(PageSubmission submission) => _pages.SubmitAsync(submission);

    /// <summary>Another activation owns the session: this one stops at once, its reading of events first.</summary>
    public void GiveUp()
    {
        if (!_moved)
        {
            Log.SessionMoved(_logger, AgentId);
            End();
        }
    }

    /// <summary>Only what is stored tells how the session goes on: this activation ends, and the next one opens it.</summary>
    private void OpenAnew()
    {
        if (!_moved)
        {
            Log.SessionOpenedAnew(_logger, AgentId);
            End();
        }
    }

    private void End()
    {
        (_moved, _isDraining) = (true, true);
        _mailbox.Writer.TryComplete();
        _stopping.Cancel();
        _pages.End();
        _effects.EndPolling();
        _over.TrySetResult();
    }

    /// <summary>Nothing is lost by ending this session's activation: what comes next opens it again.</summary>
    public void LetGo() => _over.TrySetResult();

    /// <summary>
    /// Stops: an interception under way is waited for, for a while, the mailbox is emptied, and the session is given back for the next start or
    /// another node. Nobody is signed out unless that is asked for.
    /// </summary>
    public async Task StopAsync(bool botStops, CancellationToken cancellationToken)
    {
        var limits = _services.Limits.Session;
        var budget = new TimeBudget(StopLimit, _services.Time);
        if (!_moved)
        {
            await WaitForDecisionAsync(budget.AtMost(limits.DecideOnStopTimeout, LastPartOfStop), cancellationToken);
            if (botStops && limits.SignOutOnStop && State is { IsSignedIn: true, Talk: null, Active: null }
                && await _effects.SignOutNowAsync(budget.AtMost(limits.SignOutOnStopTimeout, LastPartOfStop)))
            {
                Post(new SignedOutOnStop());
            }
        }

        _isDraining = true;
        await Task.WhenAny(_effects.EndPollingAsync(), Task.Delay(budget.AtMost(LastPartOfStop / 2, TimeSpan.Zero), _services.Time, CancellationToken.None));
        _mailbox.Writer.TryComplete();
        await Task.WhenAny(_pump, Task.Delay(budget.AtMost(limits.DecideOnStopTimeout, LastPartOfStop / 2), _services.Time, CancellationToken.None));
        await _stopping.CancelAsync();
        await _pump;
        _pages.End();
        _effects.Dispose();
        CountSignedIn(false);
        await ReleaseAsync(budget.AtMost(limits.SignOutOnStopTimeout, TimeSpan.Zero));
    }

    /// <summary>What is under way at the gateway and tells only once how it went.</summary>
    private static bool IsAwaited(SessionState state) => state is { Active: not null, IsSignedIn: true } or { Status: SessionStatus.SigningIn };

    private async Task WaitForDecisionAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var began = _services.Time.GetTimestamp();
        while (IsAwaited(State) && !_moved && !cancellationToken.IsCancellationRequested && _services.Time.GetElapsedTime(began) < limit)
        {
            await Task.Delay(DecisionPause, _services.Time, CancellationToken.None);
        }
    }

    private async Task ReleaseAsync(TimeSpan time)
    {
        if (_moved)
        {
            return;
        }

        using var limit = new CancellationTokenSource(time, _services.Time);
        try
        {
            await _services.Store.ReleaseAsync(AgentId, Epoch, limit.Token);
        }
        catch (Exception exception)
        {
            // Whoever looks for sessions without a living node finds it all the same.
            Log.ReleaseFailed(_logger, StoreUnavailableException.Unforeseen(exception), AgentId);
        }
    }

    private async Task PumpAsync()
    {
        await foreach (var letter in _mailbox.Reader.ReadAllAsync())
        {
            var began = _services.Time.GetTimestamp();
            Interlocked.Exchange(ref _lastTurn, began);
            if (!letter.TryTake())
            {
                continue;
            }

            try
            {
                var reply = await TakeAsync(letter);
                letter.Reply?.TrySetResult(reply);
            }
            catch (SessionMovedException moved)
            {
                GiveUp();
                letter.Reply?.TrySetException(moved);
            }
            catch (Exception exception)
            {
                // One turn that fails must not end the session: the next event is a turn of its own.
                Log.TurnFailed(_logger, StoreUnavailableException.Unforeseen(exception), AgentId, letter.Input.GetType().Name);
                letter.Reply?.TrySetException(exception);
            }

            SupervisionTelemetry.TurnTook(_services.Time.GetElapsedTime(began), letter.Input.GetType().Name);
        }
    }

    private async Task<object?> TakeAsync(Letter letter)
    {
        if (_moved)
        {
            throw new SessionMovedException();
        }

        if (letter.IsRequest && _services.Time.GetElapsedTime(letter.At) > _services.Limits.Session.RequestTimeout)
        {
            Log.RequestTooOld(_logger, AgentId, letter.Input.GetType().Name);
            return Overload.AnswerTo(letter.Input);
        }

        var began = _services.Time.GetTimestamp();
        var turn = SessionMachine.Take(_state, letter.Input, _services.Time.GetUtcNow(), _services.Limits);
        // A sign-in that has come about is kept for whoever goes on with the session: its Guid is told once only.
        var isForTheNext = _isDraining && letter.Input is SignInAnswered { Failure: null };
        if (_isDraining && !isForTheNext && turn.Effects.Any(IsOutward))
        {
            // What would begin only now is left to whoever goes on with the session.
            return letter.IsRequest ? throw new SessionMovedException() : null;
        }

        switch (await StoreAsync(letter, _commits.Prepare(turn, CredentialsAfter(turn))))
        {
            case CommitResult.RequestKnown:
                return await _commits.AnswerAgainAsync(turn.HandledRequestId!, _stopping.Token);
            case CommitResult.Superseded when await IsForeignAsync(turn):
                return new ProposalAnswer(null, Desk.Refusal.AnotherCallChosen);
            case CommitResult.Superseded:
                throw new SessionMovedException();
        }

        Report(_state, turn);
        CountSignedIn(turn.State.IsSignedIn);
        Volatile.Write(ref _state, turn.State);
        foreach (var effect in turn.Effects.Where(effect => !isForTheNext || !IsOutward(effect)))
        {
            _effects.CarryOut(effect, began);
        }

        if (letter.Input is SignInAnswered answered)
        {
            _pages.Answer(answered, turn.State);
        }

        if (turn.State.IsSignedIn && letter.Input is EventArrived { Event: AgentSignInNoticeEvent { Agent: { } agent } notice })
        {
            _services.AgentNotices?.Tell(turn.State.Inspector, agent, notice.AgentName, notice.SignedIn);
        }

        return turn.Reply;
    }

    /// <summary>
    /// Stores one turn, the same one however often it has to be tried. What somebody asks fails when it cannot be stored, and changes nothing. What the
    /// gateway said or a clock struck is tried until it is stored. Where nobody knows whether a turn is stored, what is stored decides.
    /// </summary>
    private async Task<CommitResult> StoreAsync(Letter letter, TurnCommit commit)
    {
        var trials = new StoringTrials(letter.Reply is not null, _services.Limits.Session.RequestTimeout);
        while (true)
        {
            try
            {
                return await _commits.CommitAsync(commit, _stopping.Token);
            }
            catch (StoringFailedException failed)
            {
                Log.StorageFailed(_logger, StoreUnavailableException.Unforeseen(failed), AgentId, letter.Input.GetType().Name);
                var next = trials.After(failed.InnerException!, _services.Time.GetElapsedTime(letter.At));
                if (next == StoringNext.Fail)
                {
                    throw;
                }

                if (next == StoringNext.OpenAnew || _stopping.IsCancellationRequested)
                {
                    OpenAnew();
                    throw new SessionMovedException();
                }

                if (next == StoringNext.WithoutMessages && commit.Commit.Messages.Count > 0)
                {
                    Log.MessagesDropped(_logger, AgentId, letter.Input.GetType().Name, commit.Commit.Messages.Count);
                    commit = commit.Untold();
                }
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                OpenAnew();
                throw new SessionMovedException();
            }

            await Task.Delay(trials.Pause, _services.Time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Whether an operation that was proposed is another inspector's: then it is not this session that was taken over.</summary>
    private async Task<bool> IsForeignAsync(SessionTurn turn) =>
        turn.Changed.FirstOrDefault(record => record.Version == 1) is { } proposed
        && await _services.Store.FindInspectorAsync(proposed.View.OperationId, _stopping.Token) is { } owner
        && owner != AgentId;

    private void CountSignedIn(bool isSignedIn)
    {
        if (_isCounted != isSignedIn)
        {
            _isCounted = isSignedIn;
            SupervisionTelemetry.SignedInChanged(isSignedIn ? 1 : -1);
        }
    }

    private static bool IsOutward(SessionEffect effect) => effect is not (StopPolling or StartTimer or ForgetPassword);

    private string? CredentialsAfter(SessionTurn turn) =>
        turn.State is { Status: SessionStatus.SignedIn or SessionStatus.SigningOut } or { Status: SessionStatus.AwaitingCode, Page.IsElsewhere: false }
            ? _effects.ReadCredentials(turn.State.KeepsPassword)
            : null;

    private void Report(SessionState before, SessionTurn turn)
    {
        foreach (var view in turn.Changed.Select(record => record.View))
        {
            Log.InterceptionAdvanced(_logger, AgentId, view.Step, view.Outcome);
            if (view.Outcome is { } outcome)
            {
                SupervisionTelemetry.InterceptionDecided(outcome);
            }
        }

        if (before.Status != turn.State.Status)
        {
            Log.SessionChanged(_logger, AgentId, turn.State.Status);
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Sessions.Events;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>
/// One inspector's session: a mailbox that takes one turn at a time. A turn stores what it decided and starts what it wants done; it never waits for
/// the gateway. Each answer, event and timer comes back as a turn of its own. Whoever opens the session later owns it: this one then stores nothing,
/// does nothing and ends.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "It ends by StopAsync, which lets go of all that it holds.")]
internal sealed class InspectorSession
{
    private static readonly TimeSpan FirstStoragePause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestStoragePause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DecisionPause = TimeSpan.FromMilliseconds(20);

    private readonly Channel<Letter> _mailbox = Channel.CreateUnbounded<Letter>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SessionServices _services;
    private readonly SessionEffects _effects;
    private readonly TurnCommits _commits;
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
        _opened = opened.Interceptions;
    }

    /// <summary>The inspector's agent id.</summary>
    public int AgentId => State.Inspector.AgentId;

    /// <summary>Numbers the opening that this session lives by.</summary>
    public long Epoch => _commits.Epoch;

    /// <summary>The state after the last turn.</summary>
    public SessionState State => Volatile.Read(ref _state);

    /// <summary>Whether there is anything to lose by letting this session go.</summary>
    public bool IsNeeded => State is not { Status: SessionStatus.SignedOut, Active: null } || State.Interceptions.Values.Any(r => r.View.Step == InterceptionStep.Proposed);

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
        var loaded = new SessionLoaded(_commits.Document, _effects.Resume(_commits.Credentials), Interlocked.Exchange(ref _opened, []));
        return AskAsync<object?>(loaded);
    }

    /// <summary>Puts something that happened into the mailbox.</summary>
    public bool Post(SessionInput input) => _mailbox.Writer.TryWrite(new Letter(input, null));

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
            return _mailbox.Writer.TryWrite(new Letter(input, reply)) ? (TReply)(await reply.Task)! : throw new SessionMovedException();
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Another activation owns the session: this one stops at once, its reading of events first.</summary>
    public void GiveUp()
    {
        if (_moved)
        {
            return;
        }

        (_moved, _isDraining) = (true, true);
        Log.SessionMoved(_logger, AgentId);
        _mailbox.Writer.TryComplete();
        _stopping.Cancel();
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
        if (!_moved)
        {
            await WaitForDecisionAsync(limits.DecideOnStopTimeout, cancellationToken);
            if (botStops && limits.SignOutOnStop && State is { IsSignedIn: true, Talk: null, Active: null } && await _effects.SignOutNowAsync(limits.SignOutOnStopTimeout))
            {
                Post(new SignedOutOnStop());
            }
        }

        _isDraining = true;
        await _effects.EndPollingAsync();
        _mailbox.Writer.TryComplete();
        await Task.WhenAny(_pump, Task.Delay(limits.DecideOnStopTimeout, _services.Time, CancellationToken.None));
        await _stopping.CancelAsync();
        await _pump;
        _effects.Dispose();
        CountSignedIn(false);
        await ReleaseAsync();
    }

    private async Task WaitForDecisionAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var began = _services.Time.GetTimestamp();
        while (State is { Active: not null, IsSignedIn: true } && !_moved && !cancellationToken.IsCancellationRequested && _services.Time.GetElapsedTime(began) < limit)
        {
            await Task.Delay(DecisionPause, _services.Time, CancellationToken.None);
        }
    }

    private async Task ReleaseAsync()
    {
        if (_moved)
        {
            return;
        }

        using var limit = new CancellationTokenSource(_services.Limits.Session.SignOutOnStopTimeout, _services.Time);
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
            try
            {
                var reply = await TakeUntilStoredAsync(letter);
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

    /// <summary>
    /// What somebody waits for fails when it cannot be stored, and changes nothing. What the gateway said or a clock struck happens once only, so it is
    /// tried until it can be stored.
    /// </summary>
    private async Task<object?> TakeUntilStoredAsync(Letter letter)
    {
        for (var pause = FirstStoragePause; ; pause = pause < LongestStoragePause ? pause * 2 : LongestStoragePause)
        {
            try
            {
                return await TakeAsync(letter.Input);
            }
            catch (StoringFailedException failed) when (letter.Reply is null && !_stopping.IsCancellationRequested)
            {
                Log.StorageFailed(_logger, StoreUnavailableException.Unforeseen(failed), AgentId, letter.Input.GetType().Name);
                await Task.Delay(pause, _services.Time, _stopping.Token);
            }
        }
    }

    private async Task<object?> TakeAsync(SessionInput input)
    {
        if (_moved)
        {
            throw new SessionMovedException();
        }

        var began = _services.Time.GetTimestamp();
        var turn = SessionMachine.Take(_state, input, _services.Time.GetUtcNow(), _services.Limits);
        if (_isDraining && turn.Effects.Any(IsOutward))
        {
            // What would begin only now is left to whoever goes on with the session.
            return input is Asked or Proposed or Pressed ? throw new SessionMovedException() : null;
        }

        switch (await _commits.CommitAsync(turn, CredentialsAfter(turn), _stopping.Token))
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
        foreach (var effect in turn.Effects)
        {
            _effects.CarryOut(effect, began);
        }

        return turn.Reply;
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

    private static bool IsOutward(SessionEffect effect) => effect is not (StopPolling or StartTimer);

    private string? CredentialsAfter(SessionTurn turn) =>
        turn.State.Status is SessionStatus.SignedIn or SessionStatus.SigningOut ? _effects.ReadCredentials() : null;

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

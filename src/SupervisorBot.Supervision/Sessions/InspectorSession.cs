using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Sessions.Machine;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>
/// One inspector's session: a mailbox that takes one turn at a time. A turn stores what it decided and starts what it wants done; it never waits for
/// the gateway. Each answer, event and timer comes back as a turn of its own.
/// </summary>
internal sealed class InspectorSession : IAsyncDisposable
{
    private static readonly TimeSpan FirstStoragePause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestStoragePause = TimeSpan.FromSeconds(5);

    private readonly Channel<Letter> _mailbox = Channel.CreateUnbounded<Letter>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _stopping = new();
    private readonly SessionServices _services;
    private readonly SessionEffects _effects;
    private readonly NoticeQueue _notices;
    private readonly SessionLimits _limits;
    private readonly ILogger _logger;
    private Task _pump = Task.CompletedTask;
    private SessionState _state;

    public InspectorSession(InspectorAccount account, SessionServices services)
    {
        _services = services;
        _logger = services.Logger;
        _limits = services.Limits;
        _state = new SessionState(account.Inspector);
        _notices = new NoticeQueue(services.Listener, services.Logger);
        _effects = new SessionEffects(account, services, this, _notices, _stopping.Token);
    }

    /// <summary>The state after the last turn.</summary>
    public SessionState State => Volatile.Read(ref _state);

    /// <summary>Whether there is anything to lose by letting this session go.</summary>
    public bool IsNeeded => State is not { Status: SessionStatus.SignedOut, Active: null } || State.Interceptions.Values.Any(r => r.View.Step == InterceptionStep.Proposed);

    /// <summary>The talk with the gateway, while signed in.</summary>
    public GatewaySession? Gateway => _effects.Gateway;

    /// <summary>The virtual call centre (VDN) that the last sign-in answered with.</summary>
    public string? Vcc => _effects.Vcc;

    /// <summary>Reads the journal and begins to take turns.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var records = await _services.Journal.LoadAsync(State.Inspector.AgentId, cancellationToken);
        Post(new JournalLoaded(records));
        // The mailbox is what makes turns single, not the caller's scheduler.
        _pump = Task.Run(PumpAsync, CancellationToken.None);
    }

    /// <summary>Puts something that happened into the mailbox.</summary>
    public void Post(SessionInput input) => _mailbox.Writer.TryWrite(new Letter(input, null));

    /// <summary>Puts a request into the mailbox and waits for its turn's reply; turns are short.</summary>
    public async Task<TReply> AskAsync<TReply>(SessionInput input)
    {
        var reply = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        ObjectDisposedException.ThrowIf(!_mailbox.Writer.TryWrite(new Letter(input, reply)), this);

        return (TReply)(await reply.Task)!;
    }

    /// <summary>Stops taking turns, once an interception under way is decided or the time for it is over; the events are no longer read.</summary>
    public async ValueTask DisposeAsync()
    {
        await WaitForDecisionAsync();
        if (_limits.Session.SignOutOnStop && State is { IsSignedIn: true, Talk: null, Active: null })
        {
            await _effects.SignOutNowAsync(_limits.Session.SignOutOnStopTimeout);
        }

        _effects.OnlyTells = true;
        Post(new Stopping());
        _mailbox.Writer.TryComplete();
        await Task.WhenAny(_pump, Task.Delay(_limits.Session.DecideOnStopTimeout, _services.Time));
        await _stopping.CancelAsync();
        await _pump;
        await _effects.DisposeAsync();
        await _notices.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task WaitForDecisionAsync()
    {
        var began = _services.Time.GetTimestamp();
        while (State.Active is not null && _services.Time.GetElapsedTime(began) < _limits.Session.DecideOnStopTimeout)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), _services.Time);
        }
    }

    private async Task PumpAsync()
    {
        await foreach (var letter in _mailbox.Reader.ReadAllAsync())
        {
            var began = _services.Time.GetTimestamp();
            try
            {
                var reply = await TakeUntilStoredAsync(letter);
                letter.Reply?.TrySetResult(reply);
            }
            catch (Exception exception)
            {
                // One turn that fails must not end the session: the next event is a turn of its own.
                Log.TurnFailed(_logger, exception, State.Inspector.AgentId, letter.Input.GetType().Name);
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
            catch (JournalFailedException failed) when (letter.Reply is null && !_stopping.IsCancellationRequested)
            {
                Log.StorageFailed(_logger, failed.InnerException!, State.Inspector.AgentId, letter.Input.GetType().Name);
                await Task.Delay(pause, _services.Time, _stopping.Token);
            }
        }
    }

    private async Task<object?> TakeAsync(SessionInput input, bool again = false)
    {
        var turn = SessionMachine.Take(_state, input, _services.Time.GetUtcNow(), _limits);
        foreach (var record in turn.Changed)
        {
            // Stored before any of its effects is carried out. Who comes second over the same version judges by what is stored.
            if (!await AtJournalAsync(() => _services.Journal.TrySaveAsync(record, _stopping.Token)))
            {
                Log.JournalConflict(_logger, State.Inspector.AgentId, input.GetType().Name);
                await TakeOverStoredAsync();
                return again ? null : await TakeAsync(input, again: true);
            }
        }

        Report(_state, turn);
        Volatile.Write(ref _state, turn.State);
        foreach (var effect in turn.Effects)
        {
            _effects.CarryOut(effect);
        }

        return turn.Reply;
    }

    private void Report(SessionState before, SessionTurn turn)
    {
        var agentId = before.Inspector.AgentId;
        foreach (var view in turn.Changed.Select(record => record.View))
        {
            Log.InterceptionAdvanced(_logger, agentId, view.Step, view.Outcome);
            if (view.Outcome is { } outcome)
            {
                SupervisionTelemetry.InterceptionDecided(outcome);
            }
        }

        if (before.Status != turn.State.Status)
        {
            Log.SessionChanged(_logger, agentId, turn.State.Status);
        }

        if (before.IsSignedIn != turn.State.IsSignedIn)
        {
            SupervisionTelemetry.SignedInChanged(turn.State.IsSignedIn ? 1 : -1);
        }
    }

    private static async Task<T> AtJournalAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new JournalFailedException(exception);
        }
    }

    /// <summary>Another activation stored its decision first: what it stored counts.</summary>
    private async Task TakeOverStoredAsync()
    {
        var stored = await AtJournalAsync(() => _services.Journal.LoadAsync(State.Inspector.AgentId, _stopping.Token));
        var state = _state with
        {
            Interceptions = _state.Interceptions.SetItems(stored.Select(record => KeyValuePair.Create(record.View.OperationId, record))),
        };
        var isOver = state.Active is { } id && state.Interceptions[id].View.Step == InterceptionStep.Decided;
        Volatile.Write(ref _state, isOver ? state with { Active = null } : state);
    }

    private sealed class JournalFailedException(Exception inner) : Exception("The journal failed.", inner);

    private sealed record Letter(SessionInput Input, TaskCompletionSource<object?>? Reply);
}

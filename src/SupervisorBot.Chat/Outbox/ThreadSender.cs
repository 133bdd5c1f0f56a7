using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Supervision.Outbox;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Chat.Outbox;

/// <summary>
/// Sends one thread's messages, in order, one at a time, under the thread's lease. It runs only while there is something to send; whoever stored a message
/// wakes it. What is sent is read when the thread's turn has come and the channel's limits allow it, so that it is the newest.
/// </summary>
internal sealed class ThreadSender : IAsyncDisposable
{
    private static readonly TimeSpan StorePause = TimeSpan.FromMilliseconds(500);

    private readonly string _thread;
    private readonly ThreadSenderFactory _services;
    private readonly string _owner = Guid.NewGuid().ToString("N");
    private readonly Lock _lock = new();
    private readonly SenderHolds _holds;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _abort = new();
    private TaskCompletionSource _signal = NewSignal();
    private Task _pump = Task.CompletedTask;
    private bool _isRunning;
    private bool _isWoken;
    private bool _isDisposed;
    private DateTimeOffset _idleSince;
    private (long Since, TimeSpan Length) _pause;
    private long? _delayed;
    private ThreadLease? _lease;
    private long _leasedAt;
    private DateTimeOffset _othersUntil;
    private volatile string? _stopReason;

    public ThreadSender(string thread, ThreadSenderFactory services)
    {
        _thread = thread;
        _services = services;
        _holds = new SenderHolds(services.Time);
        _idleSince = services.Time.GetUtcNow();
    }

    /// <summary>Whether the channel said that nothing more may be sent there.</summary>
    public bool IsStopped => _stopReason is not null;

    public bool IsIdleSince(DateTimeOffset time)
    {
        lock (_lock)
        {
            return !_isRunning && _idleSince <= time;
        }
    }

    /// <summary>Makes it look for messages.</summary>
    public void Wake()
    {
        lock (_lock)
        {
            if (_isDisposed)
            {
                return;
            }

            _isWoken = true;
            if (_isRunning)
            {
                _signal.TrySetResult();
                return;
            }

            _isRunning = true;
            // It serves whoever comes next as well, so it must not carry the context of the turn that happened to wake it.
            using (ExecutionContext.SuppressFlow())
            {
                _pump = Task.Run(PumpAsync, CancellationToken.None);
            }
        }
    }

    /// <summary>Something came in from there: it may send again.</summary>
    public void Resume()
    {
        if (_stopReason is not null)
        {
            _stopReason = null;
            Wake();
        }
    }

    /// <summary>Nothing leaves until the hold is released, or its time is over.</summary>
    public void Hold(string hold, TimeSpan limit) => _holds.Add(hold, limit);

    /// <summary>Ends a hold after a while.</summary>
    public void Release(string hold, TimeSpan after)
    {
        _holds.End(hold, after);
        lock (_lock)
        {
            _signal.TrySetResult();
        }
    }

    /// <summary>Lets what is under way finish, within the limit, and gives the thread back.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            _signal.TrySetResult();
        }

        await _stopping.CancelAsync();
        var finished = await Task.WhenAny(_pump, Task.Delay(_services.Options.StopLimit, TimeProvider.System));
        if (finished != _pump)
        {
            await _abort.CancelAsync();
            await Task.WhenAny(_pump, Task.Delay(_services.Options.StopLimit, TimeProvider.System));
        }

        await GiveBackAsync();
    }

    private async Task PumpAsync()
    {
        for (TimeSpan? wait = TimeSpan.Zero; ;)
        {
            if (wait > TimeSpan.Zero)
            {
                await PauseAsync(wait.Value);
            }

            lock (_lock)
            {
                if (_isDisposed || (wait is null && !_isWoken))
                {
                    _isRunning = false;
                    _idleSince = _services.Time.GetUtcNow();
                    return;
                }

                _isWoken = false;
                _signal = NewSignal();
            }

            wait = await TrySendWaitingAsync();
        }
    }

    private async Task PauseAsync(TimeSpan wait)
    {
        using var over = new CancellationTokenSource();
        await Task.WhenAny(_signal.Task, Task.Delay(wait < Longest ? wait : Longest, _services.Time, over.Token));
        await over.CancelAsync();
    }

    private async Task<TimeSpan?> TrySendWaitingAsync()
    {
        try
        {
            return await SendWaitingAsync();
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested || _abort.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // Nobody awaits the pump: whatever the store throws, the messages still wait and are tried again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.OutboxFailed(_services.Logger, exception.GetType().Name);
            return StorePause;
        }
    }

    /// <summary>Sends what is due.</summary>
    /// <returns>Null when nothing is left; otherwise how long to wait.</returns>
    private async Task<TimeSpan?> SendWaitingAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            if (Hindrance() is { } wait)
            {
                return wait;
            }

            if (!await HasLeaseAsync())
            {
                return OthersLeft();
            }

            var rows = await ReadAsync();
            if (rows.Count == 0)
            {
                return null;
            }

            foreach (var row in rows)
            {
                if (_stopping.IsCancellationRequested || Hindrance() is not null)
                {
                    break;
                }

                if (UntilDue(row) is var early && early > TimeSpan.Zero)
                {
                    return early;
                }

                if (!await CarryOutAsync(row) || TakeWoken())
                {
                    break;
                }
            }
        }

        return null;
    }

    /// <summary>Sends one message, or what is the thread's next by then, and stores what became of it.</summary>
    /// <returns>False when the waiting messages have to be read again.</returns>
    private async Task<bool> CarryOutAsync(OutboxRow row)
    {
        if (WhyGivenUp(row) is { } reason)
        {
            await BuryAsync(row, reason);
            return true;
        }

        using var sending = CancellationTokenSource.CreateLinkedTokenSource(_abort.Token);
        var carrying = _services.Delivery.SendAsync(row, NextAsync, sending.Token);
        await KeepLeaseWhileAsync(carrying, sending);
        switch (await carrying)
        {
            case Sent sent:
                await StoreAsync(lease => _services.Store.SettleAsync(sent.Row, sent.Shown, lease, _abort.Token));
                ChatTelemetry.OutboxSent(sent.How, _services.Time.GetUtcNow() - sent.Row.CreatedAt);
                // Behind a last state a new live message begins; where it stands was read too early.
                return sent.Row.Id == row.Id && !sent.Row.Entry.IsLast;
            case Failed failed:
                await OnFailedAsync(failed);
                return false;
            default:
                return false;
        }
    }

    /// <summary>The message to send, now that the thread's turn has come; null where there is none, or it has to wait after all.</summary>
    private async Task<OutboxRow?> NextAsync(OutboxRow read)
    {
        if (_stopping.IsCancellationRequested || LeaseLeft() <= TimeSpan.Zero)
        {
            return null;
        }

        var next = read;
        if (TakeWoken())
        {
            IReadOnlyList<OutboxRow> rows;
            try
            {
                rows = await ReadAsync();
            }
            catch (StoreUnavailableException)
            {
                // The thread's turn is given back; the next look at the store says the same, and waits.
                return null;
            }

            if (rows is not [var first, ..] || UntilDue(first) > TimeSpan.Zero || WhyGivenUp(first) is not null)
            {
                return null;
            }

            next = first;
        }

        // Looked at after the reading: what is held back now may be told of in what was read.
        return Hindrance() is null ? next : null;
    }

    private async Task OnFailedAsync(Failed failed)
    {
        switch (failed.Verdict)
        {
            case FailureVerdict.Retry:
                Pause(_services.PauseAfter(failed.Row.Attempts, failed.RetryAfter ?? (failed.IsUnanswered ? _services.Options.UnansweredPause : null)));
                _delayed = failed.Row.Id;
                var dueAt = _services.Time.GetUtcNow() + _pause.Length;
                await StoreAsync(lease => _services.Store.DelayAsync(failed.Row, dueAt, failed.IsUnanswered, lease, _abort.Token));
                Log.OutboxDelayed(_services.Logger, failed.Reason, failed.Row.Attempts + 1, dueAt);
                ChatTelemetry.OutboxDelayed(failed.Reason);
                break;
            case FailureVerdict.NotYet:
                Pause(_services.PauseAfter(0, null));
                break;
            case FailureVerdict.Bury:
                await BuryAsync(failed.Row, failed.Reason);
                break;
            default:
                _stopReason = failed.Reason;
                Log.OutboxThreadStopped(_services.Logger, failed.Reason);
                await BuryAsync(failed.Row, failed.Reason);
                break;
        }
    }

    private async Task BuryAsync(OutboxRow row, string reason)
    {
        await StoreAsync(lease => _services.Store.BuryAsync(row, reason, lease, _abort.Token));
        Log.OutboxBuried(_services.Logger, row.Entry.Kind, reason, row.Attempts);
        ChatTelemetry.OutboxBuried(reason);
    }

    private string? WhyGivenUp(OutboxRow row) => _stopReason
        ?? (row.Attempts >= _services.Options.AttemptLimit ? "AttemptLimit"
            : _services.Time.GetUtcNow() - row.CreatedAt >= _services.Options.GiveUpAfter ? "TooOld"
            : null);

    /// <summary>How long the thread has to wait, or null.</summary>
    private TimeSpan? Hindrance()
    {
        if (_holds.Remaining() is { } held)
        {
            return held;
        }

        var left = _pause.Length - _services.Time.GetElapsedTime(_pause.Since);
        return left > TimeSpan.Zero ? left : null;
    }

    private void Pause(TimeSpan length) => _pause = (_services.Time.GetTimestamp(), length);

    /// <summary>
    /// How long a message has to wait yet. The clock decides only about what another sender delayed: one that never failed is due whatever the clock was
    /// when it was stored, here or on another node, and what this sender delayed it times itself.
    /// </summary>
    private TimeSpan UntilDue(OutboxRow row) =>
        row.Attempts == 0 || row.Id == _delayed ? TimeSpan.Zero : row.DueAt - _services.Time.GetUtcNow();

    private bool TakeWoken()
    {
        lock (_lock)
        {
            var was = _isWoken;
            _isWoken = false;
            return was;
        }
    }

    private async Task<IReadOnlyList<OutboxRow>> ReadAsync()
    {
        TakeWoken();
        return await _services.Store.ReadAsync(_thread, _services.Options.ReadLimit, _abort.Token);
    }

    /// <summary>Takes the lease, or prolongs it when half of it is over.</summary>
    private async Task<bool> HasLeaseAsync()
    {
        if (LeaseLeft() > _services.Options.LeaseLength / 2)
        {
            return true;
        }

        var asked = _services.Time.GetTimestamp();
        var lease = await _services.Store.LeaseAsync(_thread, _owner, _services.Options.LeaseLength, _abort.Token);
        _lease = lease.Owner == _owner ? lease : null;
        _leasedAt = asked;
        _othersUntil = lease.Until;
        return _lease is not null;
    }

    /// <summary>How long the lease lasts yet, counted from before it was asked for, whatever the clock is set to.</summary>
    private TimeSpan LeaseLeft() =>
        _lease is null ? TimeSpan.Zero : _services.Options.LeaseLength - _services.Time.GetElapsedTime(_leasedAt);

    /// <summary>Prolongs the lease while a message is under way. A sender that has lost it stops: somebody else sends.</summary>
    private async Task KeepLeaseWhileAsync(Task<SendOutcome> carrying, CancellationTokenSource sending)
    {
        while (!carrying.IsCompleted)
        {
            try
            {
                await carrying.WaitAsync(_services.Options.LeaseLength / 3, _services.Time);
            }
            catch (TimeoutException)
            {
                if (!carrying.IsCompleted && !await StillHasLeaseAsync())
                {
                    Log.OutboxLeaseLost(_services.Logger);
                    await sending.CancelAsync();
                    return;
                }
            }
        }
    }

    private async Task<bool> StillHasLeaseAsync()
    {
        try
        {
            return await HasLeaseAsync();
        }
#pragma warning disable CA1031 // A store that is away for a moment takes no lease from anybody; it counts until its time is over.
        catch (Exception) when (LeaseLeft() > TimeSpan.Zero)
#pragma warning restore CA1031
        {
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <summary>Stores what became of a message, however long the store is away: until then nothing else of the thread is sent.</summary>
    private async Task StoreAsync(Func<ThreadLease, Task<bool>> change)
    {
        for (var failures = 0; ; failures++)
        {
            if (_lease is not { } lease)
            {
                return;
            }

            try
            {
                if (!await change(lease))
                {
                    Log.OutboxLeaseLost(_services.Logger);
                    _lease = null;
                }

                return;
            }
            catch (Exception exception) when (exception is not OperationCanceledException && !_stopping.IsCancellationRequested)
            {
                Log.OutboxFailed(_services.Logger, exception.GetType().Name);
                await Task.Delay(_services.PauseAfter(failures, null), _services.Time, _stopping.Token);
            }
        }
    }

    private async Task GiveBackAsync()
    {
        if (_lease is not { } lease)
        {
            return;
        }

        try
        {
            using var limit = new CancellationTokenSource(_services.Options.StopLimit, TimeProvider.System);
            await _services.Store.ReleaseAsync(lease, limit.Token);
        }
#pragma warning disable CA1031 // The lease ends by itself.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.OutboxFailed(_services.Logger, exception.GetType().Name);
        }
    }

    // Timers take no more than about 49 days; waiting is cut into pieces far below.
    private static TimeSpan Longest { get; } = TimeSpan.FromHours(1);

    /// <summary>How long to wait for another sender's lease to end; not longer than a lease lasts, whatever the clocks are set to.</summary>
    private TimeSpan OthersLeft()
    {
        var left = _othersUntil - _services.Time.GetUtcNow();
        var shortest = TimeSpan.FromMilliseconds(10);
        return left < shortest ? shortest : left < _services.Options.LeaseLength ? left : _services.Options.LeaseLength;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

namespace SupervisorBot.BotFramework.Threads;

/// <summary>A hold with a limit of its own.</summary>
internal sealed class ThreadHold : IThreadHold, IDisposable
{
    private readonly Action<bool> _end;
    private readonly ITimer _timer;
    private int _state;

    private const int Held = 0;
    private const int Released = 1;
    private const int Ended = 2;

    /// <param name="limit">When the hold ends by itself.</param>
    /// <param name="time">The clock.</param>
    /// <param name="end">Frees the thread; told whether the limit ended the hold.</param>
    public ThreadHold(TimeSpan limit, TimeProvider time, Action<bool> end)
    {
        _end = end;
        _timer = time.CreateTimer(static hold => ((ThreadHold)hold!).End(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(limit, Timeout.InfiniteTimeSpan);
    }

    public void Release(TimeSpan after)
    {
        if (Interlocked.CompareExchange(ref _state, Released, Held) != Held)
        {
            return;
        }

        if (after <= TimeSpan.Zero)
        {
            End();
        }
        else
        {
            _timer.Change(after, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void End()
    {
        int before = Interlocked.Exchange(ref _state, Ended);
        if (before != Ended)
        {
            _timer.Dispose();
            _end(before == Held);
        }
    }
}

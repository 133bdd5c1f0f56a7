namespace SupervisorBot.BotFramework.Queues;

/// <summary>
/// Work in order for each key, keys side by side. A key lives only while it has work or is held, so any number of conversations may
/// come and go. One lock guards the bookkeeping; the work itself runs outside it.
/// </summary>
internal sealed class KeyedQueues(int perKey, int total, CancellationToken stop)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);
    private TaskCompletionSource? _idle;
    private int _unfinished;

    /// <summary>Work that is not done yet.</summary>
    public int Unfinished
    {
        get
        {
            lock (_gate)
            {
                return _unfinished;
            }
        }
    }

    /// <summary>Puts work at the end of its key's line. False when the line, or all of them together, are full. The work must not throw.</summary>
    public bool TryAdd(string key, Func<CancellationToken, Task> work)
    {
        Line line;
        lock (_gate)
        {
            line = LineOf(key);
            if (line.Waiting.Count >= perKey || _unfinished >= total)
            {
                Forget(line);
                return false;
            }

            line.Waiting.Enqueue(work);
            _unfinished++;
            if (line.IsRunning)
            {
                return true;
            }

            line.IsRunning = true;
        }

        // The line serves whoever comes next as well: it must not carry the context of the one that happened to start it.
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(() => RunAsync(line), CancellationToken.None);
        }

        return true;
    }

    /// <summary>Holds a key's line back until <see cref="Free"/> was called as often.</summary>
    public void Hold(string key)
    {
        lock (_gate)
        {
            LineOf(key).Holds++;
        }
    }

    /// <summary>Takes one hold back.</summary>
    public void Free(string key)
    {
        lock (_gate)
        {
            Line line = _lines[key];
            if (--line.Holds == 0)
            {
                line.Freed?.TrySetResult();
                line.Freed = null;
                Forget(line);
            }
        }
    }

    /// <summary>Ends when the key's line is held no longer; null where it is not held.</summary>
    public Task? WhenFreed(string key)
    {
        lock (_gate)
        {
            return _lines.TryGetValue(key, out Line? line) ? line.WhenFreed() : null;
        }
    }

    /// <summary>Ends when no work is left.</summary>
    public Task WhenIdleAsync()
    {
        lock (_gate)
        {
            if (_unfinished == 0)
            {
                return Task.CompletedTask;
            }

            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }

    private async Task RunAsync(Line line)
    {
        while (true)
        {
            Task? freed;
            Func<CancellationToken, Task>? work = null;
            lock (_gate)
            {
                if (line.Waiting.Count == 0)
                {
                    line.IsRunning = false;
                    Forget(line);
                    return;
                }

                freed = line.WhenFreed();
                if (freed is null)
                {
                    work = line.Waiting.Dequeue();
                }
            }

            if (work is null)
            {
                await freed!;
                continue;
            }

            await work(stop);
            Done();
        }
    }

    private void Done()
    {
        lock (_gate)
        {
            if (--_unfinished == 0)
            {
                _idle?.TrySetResult();
                _idle = null;
            }
        }
    }

    private Line LineOf(string key)
    {
        if (!_lines.TryGetValue(key, out Line? line))
        {
            _lines.Add(key, line = new Line(key));
        }

        return line;
    }

    private void Forget(Line line)
    {
        if (line is { IsRunning: false, Holds: 0, Waiting.Count: 0 })
        {
            _lines.Remove(line.Key);
        }
    }

    private sealed class Line(string key)
    {
        public string Key { get; } = key;

        public Queue<Func<CancellationToken, Task>> Waiting { get; } = new();

        public bool IsRunning { get; set; }

        public int Holds { get; set; }

        public TaskCompletionSource? Freed { get; set; }

        public Task? WhenFreed() =>
            Holds == 0 ? null : (Freed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }
}

namespace SupervisorBot.Benchmarks.Chat;

/// <summary>What has arrived for one conversation, and who waits for more.</summary>
internal sealed class Inbox
{
    private readonly Lock _gate = new();
    private readonly List<Post> _posts = [];
    private readonly List<Waiter> _waiters = [];
    private long _arrived;

    /// <summary>Whether the activities are kept. Off while turns are counted, so that the connector costs as little as it can.</summary>
    public bool Keeps { get; set; } = true;

    /// <summary>How many activities have arrived.</summary>
    public long Arrived => Interlocked.Read(ref _arrived);

    /// <summary>How many activities are kept.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _posts.Count;
            }
        }
    }

    /// <summary>What is kept, from one place on.</summary>
    public IReadOnlyList<Post> From(int place)
    {
        lock (_gate)
        {
            return _posts[place..];
        }
    }

    /// <summary>The first activity that fits, from one place on, whether it is here already or is still to come.</summary>
    public Task<Post> FirstAsync(int place, Func<Post, bool> fits)
    {
        lock (_gate)
        {
            return _posts.Skip(place).FirstOrDefault(fits) is { } here ? Task.FromResult(here) : Wait(fits);
        }
    }

    /// <summary>The next activity to arrive.</summary>
    public Task<Post> NextAsync()
    {
        lock (_gate)
        {
            return Wait(static _ => true);
        }
    }

    public void Add(Post post)
    {
        Interlocked.Increment(ref _arrived);
        lock (_gate)
        {
            if (Keeps)
            {
                _posts.Add(post);
            }

            for (var i = _waiters.Count - 1; i >= 0; i--)
            {
                if (_waiters[i].Fits(post))
                {
                    _waiters[i].Done.TrySetResult(post);
                    _waiters.RemoveAt(i);
                }
            }
        }
    }

    private Task<Post> Wait(Func<Post, bool> fits)
    {
        var waiter = new Waiter(fits, new TaskCompletionSource<Post>(TaskCreationOptions.RunContinuationsAsynchronously));
        _waiters.Add(waiter);
        return waiter.Done.Task;
    }

    private sealed record Waiter(Func<Post, bool> Fits, TaskCompletionSource<Post> Done);
}

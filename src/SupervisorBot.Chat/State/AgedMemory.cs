using System.Diagnostics.CodeAnalysis;

namespace SupervisorBot.Chat.State;

/// <summary>A dictionary of bounded size whose entries are forgotten when they are old: the oldest first, counted from their last writing.</summary>
internal sealed class AgedMemory<T>(int capacity, TimeSpan age, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byAge = new();

    public int Count
    {
        get
        {
            lock (_lock)
            {
                Forget();
                return _entries.Count;
            }
        }
    }

    public bool TryGet(string key, [MaybeNullWhen(false)] out T value)
    {
        lock (_lock)
        {
            Forget();
            var found = _entries.TryGetValue(key, out var node);
            value = found ? node!.Value.Value : default;
            return found;
        }
    }

    public bool TryAdd(string key, T value)
    {
        lock (_lock)
        {
            Forget();
            if (_entries.ContainsKey(key))
            {
                return false;
            }

            Write(key, value);
            return true;
        }
    }

    public void Put(string key, T value)
    {
        lock (_lock)
        {
            Drop(key);
            Write(key, value);
            Forget();
        }
    }

    public void Remove(string key)
    {
        lock (_lock)
        {
            Drop(key);
        }
    }

    private void Write(string key, T value) =>
        _entries[key] = _byAge.AddLast(new Entry(key, value, time.GetUtcNow()));

    private void Drop(string key)
    {
        if (_entries.Remove(key, out var node))
        {
            _byAge.Remove(node);
        }
    }

    private void Forget()
    {
        var oldest = time.GetUtcNow() - age;
        while (_byAge.First is { } first && (_entries.Count > capacity || first.Value.WrittenAt <= oldest))
        {
            Drop(first.Value.Key);
        }
    }

    private sealed record Entry(string Key, T Value, DateTimeOffset WrittenAt);
}

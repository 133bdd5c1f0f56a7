using System.Diagnostics.CodeAnalysis;

namespace SupervisorBot.Supervision.Outbox;

/// <summary>A dictionary of bounded size and age: the oldest are forgotten first, counted from their last writing. Not safe for several threads at once.</summary>
internal sealed class RecentItems<T>(int capacity, TimeSpan age, TimeProvider time)
{
    private readonly Dictionary<string, LinkedListNode<Item>> _items = new(StringComparer.Ordinal);
    private readonly LinkedList<Item> _byAge = new();

    public IEnumerable<T> Values => _byAge.Select(item => item.Value);

    public bool TryGet(string key, [MaybeNullWhen(false)] out T value)
    {
        Forget();
        var isKnown = _items.TryGetValue(key, out var node);
        value = isKnown ? node!.Value.Value : default;
        return isKnown;
    }

    public void Put(string key, T value)
    {
        Remove(key);
        _items[key] = _byAge.AddLast(new Item(key, value, time.GetUtcNow()));
        Forget();
    }

    public void Remove(string key)
    {
        if (_items.Remove(key, out var node))
        {
            _byAge.Remove(node);
        }
    }

    private void Forget()
    {
        var oldest = time.GetUtcNow() - age;
        while (_byAge.First is { } first && (_items.Count > capacity || first.Value.WrittenAt <= oldest))
        {
            Remove(first.Value.Key);
        }
    }

    private sealed record Item(string Key, T Value, DateTimeOffset WrittenAt);
}

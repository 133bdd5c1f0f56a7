using System.Globalization;
using System.Text.Json.Nodes;

namespace SupervisorBot.ConnectorSimulator.Recording;

/// <summary>The conversations as their members see them. Guarded by the connector's lock.</summary>
internal sealed class Threads
{
    private readonly Dictionary<string, List<ThreadMessage>> _threads = new(StringComparer.Ordinal);
    private long _lastId;

    public IReadOnlyList<ThreadMessage> Of(string conversationId) => _threads.TryGetValue(conversationId, out var messages) ? [.. messages] : [];

    public IReadOnlyList<string> Ids => [.. _threads.Keys];

    /// <summary>An id as Teams makes them: milliseconds since 1970, never twice.</summary>
    public string NextId()
    {
        _lastId = Math.Max(_lastId + 1, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        return _lastId.ToString(CultureInfo.InvariantCulture);
    }

    public void Add(ThreadMessage message)
    {
        if (!_threads.TryGetValue(message.ConversationId, out var messages))
        {
            _threads.Add(message.ConversationId, messages = []);
        }

        messages.Add(message);
    }

    /// <summary>Changes one message; false where there is none, or it is deleted.</summary>
    public bool Change(string conversationId, string messageId, Func<ThreadMessage, ThreadMessage> change)
    {
        if (!_threads.TryGetValue(conversationId, out var messages) || messages.FindIndex(m => m.Id == messageId && !m.IsDeleted) is not (>= 0 and var at))
        {
            return false;
        }

        messages[at] = change(messages[at]);
        return true;
    }

    public void Clear() => _threads.Clear();
}

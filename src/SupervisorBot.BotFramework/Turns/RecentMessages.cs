using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Turns;

/// <summary>
/// The ids of messages that were accepted a short while ago: a channel that missed the answer delivers a message again. A help within
/// this process, not the guarantee; what must happen once is guarded where it happens. Other activities reuse ids and are not watched.
/// </summary>
internal sealed class RecentMessages(IOptions<BotFrameworkEdgeOptions> options, TimeProvider time)
{
    private const int Most = 20_000;

    private readonly Lock _gate = new();
    private readonly HashSet<(string Conversation, string Id)> _known = [];
    private readonly Queue<((string, string) Key, DateTimeOffset Until)> _order = new();
    private readonly TimeSpan _memory = options.Value.RedeliveryMemory;

    /// <summary>Remembers a message. False when it is known already.</summary>
    public bool TryAdd(Activity activity)
    {
        if (KeyOf(activity) is not { } key)
        {
            return true;
        }

        DateTimeOffset now = time.GetUtcNow();
        lock (_gate)
        {
            while (_order.TryPeek(out var oldest) && (oldest.Until <= now || _order.Count >= Most))
            {
                _known.Remove(_order.Dequeue().Key);
            }

            if (!_known.Add(key))
            {
                return false;
            }

            _order.Enqueue((key, now + _memory));
            return true;
        }
    }

    /// <summary>Forgets a message that was not accepted after all, so that its next delivery counts.</summary>
    public void Remove(Activity activity)
    {
        if (KeyOf(activity) is { } key)
        {
            lock (_gate)
            {
                _known.Remove(key);
            }
        }
    }

    private (string, string)? KeyOf(Activity activity) =>
        _memory > TimeSpan.Zero && activity is { Type: ActivityTypes.Message, Id.Length: > 0, Conversation.Id: { } conversation }
            ? (conversation, activity.Id)
            : null;
}

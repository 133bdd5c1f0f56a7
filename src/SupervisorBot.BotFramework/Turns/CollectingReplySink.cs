using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Turns;

/// <summary>Collects answers for the HTTP answer, under <c>expectReplies</c>; what comes after that has left is posted.</summary>
internal sealed class CollectingReplySink(IReplySink late, Activity asked) : IReplySink
{
    private readonly Lock _gate = new();
    private readonly List<Activity> _replies = [];
    private bool _closed;

    public Task<SentActivity> SendAsync(Activity reply, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(reply);
        lock (_gate)
        {
            if (!_closed)
            {
                _replies.Add(Reply.To(asked, reply) with { ReplyToId = reply.ReplyToId ?? asked.Id });
                return Task.FromResult(new SentActivity(Id: null));
            }
        }

        return late.SendAsync(reply, ct);
    }

    /// <summary>What was collected; from here on answers are posted.</summary>
    public IReadOnlyList<Activity> Close()
    {
        lock (_gate)
        {
            _closed = true;
            return _replies;
        }
    }
}

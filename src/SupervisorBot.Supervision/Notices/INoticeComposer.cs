using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Supervision.Notices;

/// <summary>Puts what happened into messages. Implemented by the conversation.</summary>
public interface INoticeComposer
{
    /// <summary>The messages that tell a notice, in order; none where there is nobody to tell. It does no I/O: the messages are stored with what they tell of.</summary>
    /// <param name="notice">What happened.</param>
    IReadOnlyList<OutboxEntry> Compose(SupervisionNotice notice);
}

using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.Outbox;

/// <summary>How far the sending of one message has come, which decides what a failure means.</summary>
/// <param name="row">The message as it was read.</param>
internal sealed class Attempt(OutboxRow row)
{
    /// <summary>The message as it goes, or went, out.</summary>
    public OutboxRow Row { get; set; } = row;

    /// <summary>Whether anything may have gone out.</summary>
    public bool IsOut { get; set; }

    /// <summary>Whether it goes, or went, out as a new message.</summary>
    public bool IsNew { get; set; }
}

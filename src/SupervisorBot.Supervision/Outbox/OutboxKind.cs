namespace SupervisorBot.Supervision.Outbox;

/// <summary>What the sending of an outbox message does in its thread.</summary>
public enum OutboxKind
{
    /// <summary>A new message.</summary>
    Post,

    /// <summary>The state of a live message: it is edited where it stands, and posted where it does not stand yet.</summary>
    Show,
}

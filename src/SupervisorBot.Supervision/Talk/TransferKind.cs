namespace SupervisorBot.Supervision.Talk;

/// <summary>What a talk is transferred to.</summary>
public enum TransferKind
{
    /// <summary>An agent; the address is the work number.</summary>
    Agent,

    /// <summary>A skill queue; the address is its id.</summary>
    Queue,

    /// <summary>A number outside the contact centre.</summary>
    Number,
}

namespace SupervisorBot.Supervision.Audit;

/// <summary>How far an act has come.</summary>
public enum AuditStage
{
    /// <summary>It was asked for, and accepted.</summary>
    Asked,

    /// <summary>It was asked for, and refused by the bot; nothing was done.</summary>
    Refused,

    /// <summary>A second person agreed to it.</summary>
    Approved,

    /// <summary>A second person did not agree to it.</summary>
    Declined,

    /// <summary>Whoever asked confirmed it.</summary>
    Confirmed,

    /// <summary>Whoever asked withdrew it.</summary>
    Cancelled,

    /// <summary>Nobody confirmed it in time.</summary>
    Expired,

    /// <summary>It leaves for the gateway.</summary>
    Sent,

    /// <summary>The gateway answered, or did not in time.</summary>
    Answered,

    /// <summary>What came of it is known.</summary>
    Decided,

    /// <summary>Something that lasts has begun.</summary>
    Started,

    /// <summary>What had begun is over.</summary>
    Ended,

    /// <summary>What lasts, or is set, was changed.</summary>
    Changed,
}

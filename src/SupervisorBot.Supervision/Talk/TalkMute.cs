namespace SupervisorBot.Supervision.Talk;

/// <summary>Whether the customer hears the inspector. The gateway tells it by its answers alone; no event and no query does.</summary>
public enum TalkMute
{
    /// <summary>The customer hears the inspector.</summary>
    Off,

    /// <summary>The inspector is muted.</summary>
    On,

    /// <summary>Muting, or its end, was sent and not answered.</summary>
    NotCertain,
}

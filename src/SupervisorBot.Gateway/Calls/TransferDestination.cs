namespace SupervisorBot.Gateway.Calls;

/// <summary>Where a call is transferred to (<c>devicetype</c>; CEC API reference cec_07_1242).</summary>
public enum TransferDestination
{
    /// <summary>A skill queue; the address is its id.</summary>
    SkillQueue = 1,

    /// <summary>An agent; the address is the work number.</summary>
    Agent = 2,

    /// <summary>An interactive voice response; the address is its number.</summary>
    Ivr = 3,

    /// <summary>An access code.</summary>
    AccessCode = 4,

    /// <summary>A number outside of the contact centre.</summary>
    OutsideNumber = 5,
}

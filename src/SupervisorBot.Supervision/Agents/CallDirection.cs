namespace SupervisorBot.Supervision.Agents;

/// <summary>Who began a call.</summary>
public enum CallDirection
{
    /// <summary>The gateway does not tell.</summary>
    Unknown,

    /// <summary>The customer called in.</summary>
    Inbound,

    /// <summary>The agent, or the contact centre for the agent, called out.</summary>
    Outbound,

    /// <summary>A call inside the contact centre: there is no customer.</summary>
    Internal,
}

namespace SupervisorBot.Gateway.Agents;

/// <summary>An agent's state as the gateway tells it (<c>status</c>, <c>agentState</c>; CEC API reference cec_07_0581).</summary>
public enum AgentState
{
    /// <summary>Unknown, or a code that the reference does not list.</summary>
    Unknown = 0,

    /// <summary>Signed in (not used by present gateways).</summary>
    SignedIn = 1,

    /// <summary>Signed out.</summary>
    SignedOut = 2,

    /// <summary>Busy by the agent's own choice.</summary>
    Busy = 3,

    /// <summary>Idle.</summary>
    Idle = 4,

    /// <summary>Wrap-up after a call.</summary>
    WrapUp = 5,

    /// <summary>As idle (not used by present gateways).</summary>
    AsIdle = 6,

    /// <summary>Occupied by a call: reserved, answering or talking; <see cref="CtiStatus"/> tells which.</summary>
    Talking = 7,

    /// <summary>Resting.</summary>
    Resting = 8,

    /// <summary>About to rest.</summary>
    PreRest = 9,
}

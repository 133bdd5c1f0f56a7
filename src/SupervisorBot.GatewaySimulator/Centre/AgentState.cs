namespace SupervisorBot.GatewaySimulator;

/// <summary>What an agent is doing. Each state has a gateway code and a CTI code (cec_07_0581).</summary>
public enum AgentState
{
    /// <summary>Not signed in (gateway 2, CTI 0).</summary>
    SignedOut,

    /// <summary>Waiting for a call (gateway 4, CTI 1).</summary>
    Idle,

    /// <summary>Busy by choice (gateway 3, CTI 7).</summary>
    Busy,

    /// <summary>Wrapping up after a call (gateway 5, CTI 6).</summary>
    WrapUp,

    /// <summary>Resting (gateway 8, CTI 8).</summary>
    Rest,

    /// <summary>Reserved, the phone rings (gateway 7, CTI 2).</summary>
    Reserved,

    /// <summary>Occupied with something that is no talk with a customer, such as monitoring (gateway 7, CTI 3).</summary>
    Occupied,

    /// <summary>Talking with a customer (gateway 7, CTI 5).</summary>
    Talking,
}

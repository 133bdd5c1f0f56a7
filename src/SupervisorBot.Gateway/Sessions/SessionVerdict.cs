namespace SupervisorBot.Gateway.Sessions;

/// <summary>What an answer, or its absence, says about the sign-in of the session that asked.</summary>
public enum SessionVerdict
{
    /// <summary>The gateway answered and knows the session: a success, or a refusal that is about something else.</summary>
    Alive,

    /// <summary>
    /// The gateway does not know the session any more: 100-006 or 100-008. It signed out, was signed out by somebody, or its Guid expired (CEC API
    /// reference cec_07_0005).
    /// </summary>
    Gone,

    /// <summary>
    /// The gateway refused the right to call: 000-003. Either the Guid has lapsed (cec_07_0005) or the interface is barred to this agent; several in
    /// a row on the event poll, which needs no right of its own, mean the former.
    /// </summary>
    Doubtful,

    /// <summary>
    /// The gateway is being switched over after a disaster: 000-004 or 105-xxx. The session is not lost by that: it is kept until the gateway says
    /// more, or has been unheard for two minutes.
    /// </summary>
    SwitchingOver,

    /// <summary>
    /// No answer of the gateway: a fault of the network, of the node or of a server in between. It says nothing about the session; after two minutes
    /// without a poll or handshake that reached it the gateway signs the agent out (cec_07_1202).
    /// </summary>
    Unheard,
}

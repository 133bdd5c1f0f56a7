namespace SupervisorBot.GatewaySimulator;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>The answer comes late by <see cref="Fault.DelayMilliseconds"/>.</summary>
    Delay,

    /// <summary>The connection is closed without an answer.</summary>
    Drop,

    /// <summary>The HTTP status is <see cref="Fault.Status"/> and the body is no envelope.</summary>
    Status,

    /// <summary>HTTP 200 with a body that is no JSON.</summary>
    WrongJson,

    /// <summary>The body is in GBK, and the Content-Type says so.</summary>
    Gbk,

    /// <summary>The envelope carries <see cref="Fault.RetCode"/>.</summary>
    RetCode,

    /// <summary>Nobody picks up the inspector's phone (operations addSupervise, addInsert, requestWhisperAgent).</summary>
    PhoneNotPickedUp,

    /// <summary>The customer hangs up just before the intercept is looked at.</summary>
    CallEndsJustBefore,

    /// <summary>The intercept is accepted and carried out, but its AgentEvent_Talking never comes.</summary>
    NoTalkingEvent,

    /// <summary>The intercept is accepted, but nothing happens.</summary>
    InterceptNotCarriedOut,

    /// <summary>The texts in the event's content end in escaped NULs (operation getAgentEvent).</summary>
    TrailingNuls,
}

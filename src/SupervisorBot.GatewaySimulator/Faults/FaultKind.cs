namespace SupervisorBot.GatewaySimulator;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>The answer comes late by <see cref="Fault.DelayMilliseconds"/>.</summary>
    Delay,

    /// <summary>No answer ever comes; the connection stays open until the client gives up.</summary>
    NeverAnswer,

    /// <summary>The connection is closed without an answer.</summary>
    Drop,

    /// <summary>The connection is closed in the middle of the answer's body.</summary>
    CutHalfway,

    /// <summary>The HTTP status is <see cref="Fault.Status"/> and the body is no envelope.</summary>
    Status,

    /// <summary>HTTP 200 with an HTML page, as from a proxy's sign-in page.</summary>
    Html,

    /// <summary>HTTP 200 with a body that is no JSON.</summary>
    WrongJson,

    /// <summary>The body is in GBK, and the Content-Type says so.</summary>
    Gbk,

    /// <summary>The envelope carries <see cref="Fault.RetCode"/>.</summary>
    RetCode,

    /// <summary>All Guids of the agent's sign-in lapse just before the request is looked at (000-003); the sign-in itself lives on.</summary>
    GuidExpiresJustBefore,

    /// <summary>The agent is signed out just before the request is looked at (100-006).</summary>
    SignedOutJustBefore,

    /// <summary>Another client signs the agent in by force just before the request is looked at (000-003).</summary>
    SignedInElsewhereJustBefore,

    /// <summary>Nobody picks up the inspector's phone (operations addSupervise, addInsert, requestWhisperAgent).</summary>
    PhoneNotPickedUp,

    /// <summary>The customer hangs up just before the gateway acts. For operations that name an agent with a call.</summary>
    CallEndsJustBefore,

    /// <summary>The agent hangs up just before the gateway acts. For operations that name an agent with a call.</summary>
    AgentHangsUpJustBefore,

    /// <summary>The agent transfers the call, to an idle agent or out of the centre, just before the gateway acts. For operations that name an agent with a call.</summary>
    CallTransferredJustBefore,

    /// <summary>Another inspector of the same VCC, a new one if nobody is free, takes the call over just before the gateway acts. For operations that name an agent with a call.</summary>
    OtherInspectorJustBefore,

    /// <summary>The customer hangs up just after the gateway has acted. For operations that name an agent with a call.</summary>
    CallEndsJustAfter,

    /// <summary>The intercept is accepted and carried out, but its AgentEvent_Talking never comes.</summary>
    NoTalkingEvent,

    /// <summary>The intercept is accepted, but nothing happens.</summary>
    InterceptNotCarriedOut,

    /// <summary>The texts in the event's content end in escaped NULs (operation getAgentEvent).</summary>
    TrailingNuls,
}

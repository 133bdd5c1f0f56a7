namespace SupervisorBot.Gateway.Calls;

/// <summary>The type of a call (<c>feature</c>, <c>callfeature</c>; CEC API reference cec_07_0582).</summary>
public enum CallFeature
{
    /// <summary>Not told, or a code that the reference does not list.</summary>
    Unknown = -1,

    /// <summary>The customer called.</summary>
    Inbound = 0,

    /// <summary>Between agents.</summary>
    Internal = 6,

    /// <summary>The agent called the customer.</summary>
    Outbound = 7,

    /// <summary>A reserved outbound call.</summary>
    ReservedOutbound = 40,

    /// <summary>A pre-occupied outbound call.</summary>
    PreOccupied = 41,

    /// <summary>A predictive outbound call.</summary>
    Predictive = 43,

    /// <summary>A preview outbound call.</summary>
    Preview = 44,

    /// <summary>A callback.</summary>
    Callback = 45,

    /// <summary>A consultation of two parties.</summary>
    TwoPartyConsultation = 51,

    /// <summary>A consultation of three parties.</summary>
    ThreePartyConsultation = 52,

    /// <summary>A call of many parties.</summary>
    MultiParty = 53,
}

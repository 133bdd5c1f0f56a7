using SupervisorBot.Gateway.Calls;

namespace SupervisorBot.Supervision.Agents;

/// <summary>Who began a call, by the gateway's call type (CEC API reference cec_07_0582).</summary>
internal static class Directions
{
    public static CallDirection Of(CallFeature feature) => feature switch
    {
        CallFeature.Inbound => CallDirection.Inbound,
        CallFeature.Outbound or CallFeature.ReservedOutbound or CallFeature.PreOccupied or CallFeature.Predictive
            or CallFeature.Preview or CallFeature.Callback => CallDirection.Outbound,
        CallFeature.Internal or CallFeature.TwoPartyConsultation or CallFeature.ThreePartyConsultation or CallFeature.MultiParty => CallDirection.Internal,
        _ => CallDirection.Unknown,
    };
}

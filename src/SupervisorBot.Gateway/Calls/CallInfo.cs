namespace SupervisorBot.Gateway.Calls;

/// <summary>The data of one call (callinfobycallid; CEC API reference cec_07_1266).</summary>
/// <param name="CallId">The call id, opaque.</param>
/// <param name="Caller">The calling number; an agent's begins with "A". Empty where not told.</param>
/// <param name="Called">The called number. Empty where not told.</param>
/// <param name="Feature">The type of the call.</param>
/// <param name="AnsweredAt">When the call was answered, or null where not told.</param>
public sealed record CallInfo(string CallId, string Caller, string Called, CallFeature Feature, DateTimeOffset? AnsweredAt)
{
    /// <summary>The skill that the call came in on, where told.</summary>
    public string? SkillName { get; init; }

    /// <summary>The number that the customer first called, where told.</summary>
    public string? OriginallyCalled { get; init; }

    /// <summary>The customer's number: the called one for a call that the contact centre made, else the calling one.</summary>
    public string CustomerNumber => Feature is CallFeature.Outbound or CallFeature.ReservedOutbound or CallFeature.PreOccupied
        or CallFeature.Predictive or CallFeature.Preview or CallFeature.Callback ? Called : Caller;

    /// <summary>Names the call without its numbers, so that a log shows no customer's.</summary>
    /// <returns>The call id and its type.</returns>
    public override string ToString() => $"CallInfo {{ CallId = {CallId}, Feature = {Feature} }}";
}

using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Talk;

/// <summary>The inspector's talk with a customer.</summary>
/// <param name="OperationId">The interception that it came from; null for a call the inspector got otherwise.</param>
/// <param name="CallId">The call's id, taken from AgentEvent_Talking.</param>
/// <param name="Customer">The customer's number, masked.</param>
/// <param name="Phase">The talk's state.</param>
/// <param name="BeganAt">When it began.</param>
/// <param name="Recording">Whether it is being recorded.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Mute">Whether the customer hears the inspector.</param>
/// <param name="FromWorkNo">The agent from whom it was taken over, where it was.</param>
/// <param name="FromName">That agent's name, or empty.</param>
/// <param name="TransferTo">To whom it is being, or was, transferred, as it is shown; null for nobody.</param>
/// <param name="Problem">Why what was asked for last did not come about, while the talk goes on.</param>
/// <param name="HeldAt">Since when the customer is on hold; null while they are not.</param>
[GenerateSerializer, Immutable]
public sealed record TalkView(
    Guid? OperationId,
    string CallId,
    MaskedNumber Customer,
    TalkPhase Phase,
    DateTimeOffset BeganAt,
    bool Recording = false,
    DateTimeOffset? EndedAt = null,
    TalkMute Mute = TalkMute.Off,
    int? FromWorkNo = null,
    string FromName = "",
    TransferTarget? TransferTo = null,
    Problem? Problem = null,
    DateTimeOffset? HeldAt = null);

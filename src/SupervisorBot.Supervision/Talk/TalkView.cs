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
[GenerateSerializer, Immutable]
public sealed record TalkView(
    Guid? OperationId,
    string CallId,
    MaskedNumber Customer,
    TalkPhase Phase,
    DateTimeOffset BeganAt,
    bool Recording = false,
    DateTimeOffset? EndedAt = null);

using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Talk;

/// <summary>Transfer one's own talk: the inspector leaves it, the customer's call goes on.</summary>
/// <param name="RequestId">The request's own id.</param>
/// <param name="Origin">Where it was asked.</param>
/// <param name="To">To whom; null for the agent from whom the call was taken over.</param>
/// <param name="CallId">The call that it is meant for; null for whichever there is.</param>
[GenerateSerializer, Immutable]
public sealed record TransferRequested(string RequestId, RequestOrigin Origin, TransferTarget? To, string? CallId = null) : SupervisionRequest(RequestId, Origin);

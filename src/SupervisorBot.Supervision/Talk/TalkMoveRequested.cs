using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Talk;

/// <summary>Hold, take back, mute or unmute one's own talk.</summary>
/// <param name="RequestId">The request's own id.</param>
/// <param name="Origin">Where it was asked.</param>
/// <param name="Move">What to do.</param>
/// <param name="CallId">The call that it is meant for; null for whichever there is.</param>
[GenerateSerializer, Immutable]
public sealed record TalkMoveRequested(string RequestId, RequestOrigin Origin, TalkMove Move, string? CallId = null) : SupervisionRequest(RequestId, Origin);

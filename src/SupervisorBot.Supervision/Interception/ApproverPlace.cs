using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Interception;

/// <summary>Somebody who may approve an interception, and where they are asked.</summary>
/// <param name="AgentId">Their agent id.</param>
/// <param name="Origin">Their personal chat, in the conversation's own words.</param>
[GenerateSerializer, Immutable]
public sealed record ApproverPlace(int AgentId, RequestOrigin Origin);

namespace SupervisorBot.Supervision.Inspectors;

/// <summary>A call-centre inspector: the person in the chat and the agent id under which they work at the gateway.</summary>
/// <param name="EntraObjectId">The person's Microsoft Entra object id, as the chat platform reports it.</param>
/// <param name="AgentId">The inspector's agent id at the gateway, 101 to 999999 (CEC API reference cec_07_0437).</param>
/// <param name="DisplayName">The name shown in cards and posts.</param>
/// <param name="PhoneNumber">The phone that the gateway rings for listening, inserting, whispering and intercepting.</param>
[GenerateSerializer, Immutable]
public sealed record Inspector(string EntraObjectId, int AgentId, string DisplayName, string PhoneNumber);

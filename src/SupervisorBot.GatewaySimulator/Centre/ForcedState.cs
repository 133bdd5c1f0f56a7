namespace SupervisorBot.GatewaySimulator;

/// <summary>A state that an inspector forced upon an agent in a call: it takes the place of idle or wrap-up when the call ends.</summary>
internal sealed record ForcedState(AgentState State, string EventType, TimeSpan? RestFor);

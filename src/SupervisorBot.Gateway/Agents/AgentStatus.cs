namespace SupervisorBot.Gateway.Agents;

/// <summary>The signed-in inspector's own state (agentstatus; CEC API reference cec_07_0355).</summary>
/// <param name="State">The state.</param>
/// <param name="IsWorking">True while in a call.</param>
public sealed record AgentStatus(AgentState State, bool IsWorking);

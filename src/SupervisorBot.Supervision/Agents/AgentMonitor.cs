using SupervisorBot.Gateway.Monitoring;

namespace SupervisorBot.Supervision.Agents;

/// <summary>An inspector who monitors an agent through this bot. The gateway tells nobody of others.</summary>
/// <param name="WorkNo">The agent's work number.</param>
/// <param name="AgentId">The inspector's agent id.</param>
/// <param name="Name">The inspector's name.</param>
/// <param name="Mode">How they take part.</param>
[GenerateSerializer, Immutable]
public sealed record AgentMonitor(int WorkNo, int AgentId, string Name, MonitoringMode Mode);

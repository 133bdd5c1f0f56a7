using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Monitoring;

/// <summary>A monitoring as it is told to people.</summary>
/// <param name="WorkNo">Work number of the monitored agent.</param>
/// <param name="AgentName">The agent's name, or empty when it is not known.</param>
/// <param name="Mode">Listen, insert or whisper.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="Since">Since when it is in that phase.</param>
/// <param name="End">Why it ended, once it has.</param>
/// <param name="Problem">Why it failed, or why a stop or a switch failed while it goes on.</param>
/// <param name="ModeUncertain">True when a change of the mode was sent and not answered: who hears the inspector is not certain.</param>
[GenerateSerializer, Immutable]
public sealed record MonitoringView(
    int WorkNo,
    string AgentName,
    MonitoringMode Mode,
    MonitoringPhase Phase,
    DateTimeOffset Since,
    MonitoringEnd? End = null,
    Problem? Problem = null,
    bool ModeUncertain = false);

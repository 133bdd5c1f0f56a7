namespace SupervisorBot.Supervision.Inspectors;

/// <summary>A team of agents: those with these work numbers, and those of these groups.</summary>
/// <param name="Name">Its name; two teams' differ in more than case.</param>
/// <param name="WorkNumbers">Numbers and ranges as <see cref="Inspectors.WorkNumbers.TryParse"/> reads them; empty for none.</param>
/// <param name="Groups">Names of the gateway's agent groups, whatever their case; empty for none.</param>
public sealed record AgentTeam(string Name, string WorkNumbers, IReadOnlyList<string> Groups);

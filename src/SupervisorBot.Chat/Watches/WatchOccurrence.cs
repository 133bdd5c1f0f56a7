using SupervisorBot.Supervision.Agents;

namespace SupervisorBot.Chat.Watches;

/// <summary>That a rule holds for an agent.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Lasted">For how long it has been so; zero for a sign-in or sign-out.</param>
/// <param name="Names">Its names: two with a name in common are one and the same. The first is its own.</param>
internal sealed record WatchOccurrence(WatchRule Rule, AgentView Agent, TimeSpan Lasted, IReadOnlyList<string> Names);

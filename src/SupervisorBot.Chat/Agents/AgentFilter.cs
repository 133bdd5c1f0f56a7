using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Agents;

namespace SupervisorBot.Chat.Agents;

/// <summary>Narrows the list of agents to those that a text matches: name, group, state in words, or the beginning of the work number.</summary>
internal static class AgentFilter
{
    /// <summary>How many characters of a text count: a button carries it from page to page.</summary>
    public const int Longest = 60;

    public static IReadOnlyList<AgentView> Narrow(IReadOnlyList<AgentView> agents, string? text) =>
        string.IsNullOrWhiteSpace(text) ? agents : [.. agents.Where(agent => Matches(agent, Cards.Markup.Cut(text, Longest).Trim()))];

    private static bool Matches(AgentView agent, string text) =>
        agent.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        || agent.Group.Contains(text, StringComparison.OrdinalIgnoreCase)
        || AgentTexts.State(agent).Contains(text, StringComparison.OrdinalIgnoreCase)
        || CommonTexts.Number(agent.WorkNo).StartsWith(text, StringComparison.Ordinal);
}

using SupervisorBot.Chat.Agents;
using SupervisorBot.Supervision.Agents;

namespace SupervisorBot.Chat.Boards;

/// <summary>What a board shows of a reading: the agents it is narrowed to, the most urgent first, a page of them, and how many are in which state.</summary>
/// <param name="Agents">All of them, in order.</param>
/// <param name="Page">The page.</param>
internal sealed record BoardView(IReadOnlyList<AgentView> Agents, Page<AgentView> Page)
{
    /// <summary>How many agents a page holds.</summary>
    public const int Rows = 12;

    public static BoardView Of(Board board, RosterView roster, BoardOptions options)
    {
        var agents = BoardOrder.Of(Narrow(roster, board.Filter), roster.AsOf, options);
        return new BoardView(agents, Page<AgentView>.Cut(agents, board.Page, Rows));
    }

    /// <summary>All that can be seen and is no time: as long as it is the same, the board shows the same.</summary>
    public string Signature(RosterView roster)
    {
        var counts = Agents.GroupBy(agent => (agent.State, agent.IsTalking)).OrderBy(group => group.Key).Select(group => $"{group.Key}{group.Count()}");
        return string.Join('\n', [$"{Page.Number} {Page.Of} {roster.Problem?.Kind}", string.Join(' ', counts), .. Page.Items.Select(SignatureOf)]);
    }

    private static string SignatureOf(AgentView agent) => string.Join(
        ' ',
        [
            $"{agent.WorkNo} {agent.State} {agent.IsTalking} {agent.Call?.CallId} {agent.Call?.HeldCallId}",
            .. (agent.Monitors ?? []).Select(monitor => $"{monitor.AgentId}{monitor.Mode}"),
        ]);

    private static IReadOnlyList<AgentView> Narrow(RosterView roster, string? filter) => filter switch
    {
        null => roster.Agents,
        _ when roster.Team is not null => roster.Agents,
        _ when NamedStates.TryRead(filter.Trim(), out var state) => [.. roster.Agents.Where(agent => agent.IsIn(state))],
        _ => AgentFilter.Narrow(roster.Agents, filter),
    };
}

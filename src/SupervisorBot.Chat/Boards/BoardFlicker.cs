using SupervisorBot.Supervision.Agents;

namespace SupervisorBot.Chat.Boards;

/// <summary>Keeps states that come and go too quickly to be read off a board.</summary>
internal static class BoardFlicker
{
    /// <summary>The agents as they are shown: one whose state is younger than told stays in the state that was shown before it.</summary>
    /// <param name="shown">The agents as they were shown last.</param>
    /// <param name="read">The agents as they are.</param>
    /// <param name="now">When they were read.</param>
    /// <param name="settle">How long a state has to last.</param>
    public static IReadOnlyList<AgentView> Settle(
        IReadOnlyList<AgentView> shown, IReadOnlyList<AgentView> read, DateTimeOffset now, TimeSpan settle)
    {
        var before = shown.ToDictionary(agent => agent.WorkNo);
        return
        [
            .. read.Select(agent =>
                before.TryGetValue(agent.WorkNo, out var was) && IsOther(was, agent) && now - agent.StateSince < settle
                    ? agent with { State = was.State, IsTalking = was.IsTalking, StateSince = was.StateSince, Call = was.Call }
                    : agent),
        ];
    }

    private static bool IsOther(AgentView was, AgentView agent) => was.State != agent.State || was.IsTalking != agent.IsTalking;
}

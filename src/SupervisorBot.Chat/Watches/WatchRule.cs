using SupervisorBot.Chat.Agents;
using SupervisorBot.Chat.Places;
using SupervisorBot.Supervision.Agents;

namespace SupervisorBot.Chat.Watches;

/// <summary>One rule of a chat.</summary>
/// <param name="Number">Names it in its chat; never used again there.</param>
/// <param name="Kind">What it watches for.</param>
/// <param name="Owner">Who made it: the agents are read under their right and in their teams.</param>
/// <param name="Language">The locale of its alerts.</param>
internal sealed record WatchRule(int Number, WatchKind Kind, Asker Owner, string Language)
{
    /// <summary>The state, for <see cref="WatchKind.State"/>.</summary>
    public NamedState? State { get; init; }

    /// <summary>For longer than this; for calls, holds and states.</summary>
    public TimeSpan Longer { get; init; }

    /// <summary>The only agent whom it is about; null for all.</summary>
    public int? WorkNo { get; init; }

    /// <summary>The team, or a part of a group's name, of whose agents it is; null for all.</summary>
    public string? Team { get; init; }

    /// <summary>Whether it is about an agent.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="isTeam">Whether only agents of <see cref="Team"/> were read.</param>
    public bool IsAbout(AgentView agent, bool isTeam) =>
        (WorkNo is null || WorkNo == agent.WorkNo) && (Team is null || isTeam || agent.Group.Contains(Team, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it needs to be told of sign-ins and sign-outs.</summary>
    public bool IsOfPresence => Kind is WatchKind.SignIn or WatchKind.SignOut;
}

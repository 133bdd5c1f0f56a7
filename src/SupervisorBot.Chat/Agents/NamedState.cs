using SupervisorBot.Gateway.Agents;
using SupervisorBot.Supervision.Agents;

namespace SupervisorBot.Chat.Agents;

/// <summary>A state as it is typed: the same word in every language.</summary>
internal enum NamedState
{
    Idle,
    Busy,
    WrapUp,
    Rest,
    Call,
}

/// <summary>What the typed states are.</summary>
internal static class NamedStates
{
    /// <summary>Reads <c>idle</c>, <c>busy</c>, <c>wrapup</c>, <c>rest</c> or <c>call</c>, whatever the case.</summary>
    public static bool TryRead(string? word, out NamedState state)
    {
        foreach (var known in Enum.GetValues<NamedState>())
        {
            if (string.Equals(word, known.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                state = known;
                return true;
            }
        }

        state = default;
        return false;
    }

    public static bool IsIn(this AgentView agent, NamedState state) => state switch
    {
        NamedState.Idle => !agent.IsTalking && agent.State is AgentState.Idle or AgentState.AsIdle or AgentState.SignedIn,
        NamedState.Busy => !agent.IsTalking && agent.State == AgentState.Busy,
        NamedState.WrapUp => !agent.IsTalking && agent.State == AgentState.WrapUp,
        NamedState.Rest => !agent.IsTalking && agent.State is AgentState.Resting or AgentState.PreRest,
        NamedState.Call => agent.IsTalking,
        _ => false,
    };
}

using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Supervision.Agents;

/// <summary>Is told what the gateway tells an inspector about agents' sign-ins and sign-outs (QC_AgentState_Notify).</summary>
public interface IAgentNotices
{
    /// <summary>Takes a notice. It does not wait, and throws nothing.</summary>
    /// <param name="observer">The inspector whose session was told.</param>
    /// <param name="workNo">The agent's work number.</param>
    /// <param name="name">The agent's name, where the gateway told it.</param>
    /// <param name="signedIn">True for in, false for out.</param>
    void Tell(Inspector observer, int workNo, string? name, bool signedIn);
}

using Orleans.Concurrency;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Sessions.Events;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>
/// One inspector's session in the cluster. The grain's key is the agent id. Requests interleave: what is decided is decided in the session's own
/// mailbox, one turn at a time, so that reading a list never holds up a press.
/// </summary>
public interface IInspectorSession : IGrainWithIntegerKey
{
    /// <summary>The inspector's own state now.</summary>
    [AlwaysInterleave]
    Task<SessionView> GetViewAsync();

    /// <summary>Brings the session to life where it is not, and does nothing else.</summary>
    [AlwaysInterleave]
    Task WakeAsync();

    /// <summary>Asks for something to be done.</summary>
    [AlwaysInterleave]
    Task<Receipt> AskAsync(SupervisionRequest request, string agentName);

    /// <summary>Registers an interception that waits for its confirmation.</summary>
    [AlwaysInterleave]
    Task<ProposalAnswer> ProposeAsync(InterceptionProposal proposal, string agentName);

    /// <summary>A press on a confirmation's button.</summary>
    [AlwaysInterleave]
    Task<PressAnswer> PressAsync(Guid operationId, int presserAgentId, bool confirm, string? reason);

    /// <summary>A press on a button of a request for approval.</summary>
    [AlwaysInterleave]
    Task<PressAnswer> ApproveAsync(Guid operationId, Inspector approver, bool approve);

    /// <summary>What a link to the sign-in page opens; null where it is not to be used.</summary>
    [AlwaysInterleave]
    Task<SignInForm?> FindSignInLinkAsync(string linkHash);

    /// <summary>Signs in with what was typed on the sign-in page, and waits for what comes of it.</summary>
    [AlwaysInterleave]
    Task<PageAnswer> SubmitSignInAsync(PageSubmission submission);

    /// <summary>Tries a code that was typed in a personal chat.</summary>
    [AlwaysInterleave]
    Task<CodeAnswer> EnterCodeAsync(TypedCode code);

    /// <summary>Takes an event that the gateway sent to a callback.</summary>
    /// <param name="pathPart">The secret part of the callback's path.</param>
    /// <param name="serviceToken">The service token, where one came.</param>
    /// <param name="body">What the gateway sent.</param>
    /// <param name="charset">Its charset, where told.</param>
    [AlwaysInterleave]
    Task<PushAnswer> PushAsync(string pathPart, string? serviceToken, byte[] body, string? charset);

    /// <summary>Reads the agents at the gateway under this inspector's right.</summary>
    [AlwaysInterleave]
    Task<RosterView> ReadRosterAsync();

    /// <summary>Reads the calls of several agents at the gateway, and which of them are on hold. An agent whose calls cannot be read is left out.</summary>
    /// <param name="workNos">The agents.</param>
    /// <param name="knownCalls">Calls of which the gateway is not asked when they were answered.</param>
    [AlwaysInterleave]
    Task<IReadOnlyList<AgentCallsReading>> ReadAgentCallsAsync(IReadOnlyList<int> workNos, IReadOnlyList<string> knownCalls);

    /// <summary>Reads one agent's calls at the gateway.</summary>
    [AlwaysInterleave]
    Task<CallsView> ReadCallsAsync(int workNo);
}

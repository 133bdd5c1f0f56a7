using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Calls;
using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Sessions.Stored;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>Anything that can happen to a session. Each is one turn.</summary>
internal abstract record SessionInput;

/// <summary>An inspector asks for something.</summary>
internal sealed record Asked(SupervisionRequest Request, string AgentName, bool HasPassword) : SessionInput;

/// <summary>An interception is proposed, with what the gateway told of the call just now.</summary>
internal sealed record Proposed(InterceptionProposal Proposal, string AgentName, CallInfo? Call, Problem? Problem) : SessionInput
{
    /// <summary>What it needs beside its confirmation.</summary>
    public InterceptionPolicy Policy { get; init; } = InterceptionPolicy.Nothing;
}

/// <summary>A button of a confirmation was pressed.</summary>
internal sealed record Pressed(Guid OperationId, int PresserAgentId, bool Confirm) : SessionInput
{
    /// <summary>What the presser gave as their reason.</summary>
    public string? Reason { get; init; }
}

/// <summary>A button of a request for approval was pressed.</summary>
/// <param name="OperationId">The interception's operation id.</param>
/// <param name="Approver">Who pressed.</param>
/// <param name="MayApprove">Whether they have the right that the interception's rule asks for.</param>
/// <param name="Approve">True to approve, false to decline.</param>
internal sealed record ApprovalPressed(Guid OperationId, Inspector Approver, bool MayApprove, bool Approve) : SessionInput;

/// <summary>The sign-in was answered.</summary>
/// <param name="Token">The step that waits for it.</param>
/// <param name="Failure">Why it failed.</param>
/// <param name="MayInspect">Whether the gateway grants the inspector's right; null when it does not tell.</param>
/// <param name="LoginTime">The gateway's own time of the sign-in, where told.</param>
internal sealed record SignInAnswered(long Token, GatewayFailure? Failure, bool? MayInspect, DateTimeOffset? LoginTime = null) : SessionInput
{
    /// <summary>What the gateway told of the password.</summary>
    public PasswordNews Password { get; init; } = PasswordNews.None;
}

/// <summary>The sign-in page was filled in.</summary>
/// <param name="Submission">What was typed.</param>
/// <param name="CodeHash">What is kept of the code that the page will show.</param>
internal sealed record PageSubmitted(PageSubmission Submission, string CodeHash) : SessionInput;

/// <summary>A code was typed in a personal chat.</summary>
internal sealed record CodeTyped(TypedCode Code) : SessionInput;

/// <summary>An operation was answered.</summary>
internal sealed record OperationAnswered(long Token, GatewayFailure? Failure) : SessionInput;

/// <summary>What was asked against an agent was answered.</summary>
/// <param name="Token">The step that waits for it.</param>
/// <param name="Failure">Why it failed.</param>
/// <param name="NotSent">Why nothing was sent to the gateway.</param>
/// <param name="State">The state that the agent is in now, where the gateway told it.</param>
/// <param name="IsSo">Whether the gateway shows that what was wanted is so; null where it does not tell.</param>
internal sealed record AgentActed(long Token, GatewayFailure? Failure, Problem? NotSent = null, AgentState? State = null, bool? IsSo = null) : SessionInput;

/// <summary>One's own talk was read; null for what the gateway did not tell.</summary>
internal sealed record TalkRead(long Token, AgentStatus? Own, IReadOnlyList<string>? OwnCallIds, IReadOnlyList<string>? HeldCallIds) : SessionInput;

/// <summary>The call's claim was answered; null when it could not be asked, or was not because the inspector may not take the call over any more.</summary>
internal sealed record ClaimAnswered(Guid OperationId, ClaimAnswer? Answer, Problem? MayNot = null) : SessionInput;

/// <summary>The agent's calls were read again just before the intercept; null when the gateway did not tell.</summary>
/// <param name="Token">The step that waits for it.</param>
/// <param name="CallIds">The calls.</param>
/// <param name="Failure">Why the gateway did not tell.</param>
/// <param name="MayNot">Why the inspector may not take the call over any more.</param>
internal sealed record CallChecked(long Token, IReadOnlyList<string>? CallIds, GatewayFailure? Failure, Problem? MayNot = null) : SessionInput;

/// <summary>The inspector is none any more: they are signed out as soon as they are in no call.</summary>
internal sealed record Dismissed : SessionInput;

/// <summary>The gateway's state was read back after a time-out or a refusal; null for what it did not tell.</summary>
internal sealed record StateReadBack(long Token, AgentStatus? Own, IReadOnlyList<CallInfo>? OwnCalls, IReadOnlyList<string>? AgentCallIds) : SessionInput;

/// <summary>One's own status was read; null when the gateway did not tell.</summary>
internal sealed record OwnStatusRead(AgentStatus? Own) : SessionInput;

/// <summary>The stopping bot signed the inspector out, as it was told to.</summary>
internal sealed record SignedOutOnStop : SessionInput;

/// <summary>The call of a talk was looked up; null when the gateway did not tell.</summary>
internal sealed record TalkLookedUp(TalkingEvent Talking, CallInfo? Call) : SessionInput;

/// <summary>The gateway told an event.</summary>
internal sealed record EventArrived(GatewayEvent Event) : SessionInput;

/// <summary>The reading of events was answered.</summary>
internal sealed record PollAnswered : SessionInput;

/// <summary>The reading of events failed.</summary>
/// <param name="Failure">Why.</param>
/// <param name="InARow">How many answers "no right" (000-003) there were in a row, without another answer of the gateway between them.</param>
/// <param name="Silence">How long the gateway has not answered the reading, by a clock that nobody sets.</param>
internal sealed record PollFailed(GatewayFailure Failure, int InARow, TimeSpan Silence) : SessionInput;

/// <summary>A timer that was started under this token is due.</summary>
internal sealed record TimerFired(long Token) : SessionInput;

/// <summary>The gateway renewed what it knows the session by; the turn stores it.</summary>
internal sealed record CredentialsChanged : SessionInput;

/// <summary>What is stored of the session was read: it comes to life here, after a start of the bot or another node's end.</summary>
/// <param name="Document">The session; null where none was ever stored.</param>
/// <param name="HasCredentials">Whether the gateway can be asked with what it knows the session by.</param>
/// <param name="Records">The interceptions.</param>
/// <param name="KeepsPassword">Whether a password that was typed on the page is kept with them.</param>
internal sealed record SessionLoaded(
    SessionDocument? Document, bool HasCredentials, IReadOnlyList<InterceptionRecord> Records, bool KeepsPassword = false) : SessionInput;

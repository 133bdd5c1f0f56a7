using SupervisorBot.Gateway.Agents;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.SigningIn;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Supervision.Notices;

/// <summary>Something that happened to an inspector.</summary>
/// <param name="Inspector">The inspector.</param>
/// <param name="Origin">The thread to tell it in: where the thing it results from was asked.</param>
/// <param name="At">When it happened.</param>
public abstract record SupervisionNotice(Inspector Inspector, RequestOrigin Origin, DateTimeOffset At);

/// <summary>The inspector is signed in.</summary>
/// <param name="Inspector">The inspector.</param>
/// <param name="Origin">Where the sign-in was asked.</param>
/// <param name="At">When.</param>
/// <param name="MayInspect">Whether the gateway grants this agent id the inspector's right; null when it does not tell.</param>
/// <param name="IsAgain">Whether nobody asked for it: the bot signed the inspector in again after the session was lost.</param>
/// <param name="IsByPage">Whether the inspector signed in over the bot's page: it is told to them alone.</param>
public sealed record SignedInNotice(
    Inspector Inspector, RequestOrigin Origin, DateTimeOffset At, bool? MayInspect, bool IsAgain = false, bool IsByPage = false)
    : SupervisionNotice(Inspector, Origin, At)
{
    /// <summary>What the gateway told of the password.</summary>
    public PasswordNews Password { get; init; } = PasswordNews.None;
}

/// <summary>A sign-in over the bot's page waits for its code, which the inspector alone is told.</summary>
/// <param name="Inspector">The inspector.</param>
/// <param name="Origin">Where the link was asked for.</param>
/// <param name="At">When.</param>
/// <param name="Lifetime">How long the code may be typed.</param>
/// <param name="IsElsewhere">Whether the agent id is signed in elsewhere, so that the code leads to a take-over.</param>
public sealed record CodeAwaitedNotice(Inspector Inspector, RequestOrigin Origin, DateTimeOffset At, TimeSpan Lifetime, bool IsElsewhere)
    : SupervisionNotice(Inspector, Origin, At);

/// <summary>A sign-in failed; the inspector is not signed in.</summary>
/// <param name="Inspector">The inspector.</param>
/// <param name="Origin">Where the sign-in was asked.</param>
/// <param name="At">When.</param>
/// <param name="Problem">Why. Code 100-002 means: signed in elsewhere, a take-over can be offered.</param>
/// <param name="IsAgain">Whether nobody asked for it: the bot tried to sign the inspector in again after the session was lost.</param>
/// <param name="IsByPage">Whether it was tried over the bot's page: it is told to the inspector alone.</param>
public sealed record SignInFailedNotice(
    Inspector Inspector, RequestOrigin Origin, DateTimeOffset At, Problem Problem, bool IsAgain = false, bool IsByPage = false)
    : SupervisionNotice(Inspector, Origin, At);

/// <summary>The inspector is signed out.</summary>
/// <param name="Inspector">The inspector.</param>
/// <param name="Origin">Where the sign-out was asked; otherwise where the sign-in was.</param>
/// <param name="At">When.</param>
/// <param name="Cause">Null when the inspector asked for it; otherwise why the session ended.</param>
/// <param name="SignsInAgain">Whether the bot tries to sign the inspector in again by itself; a notice tells what became of that.</param>
public sealed record SignedOutNotice(Inspector Inspector, RequestOrigin Origin, DateTimeOffset At, Problem? Cause, bool SignsInAgain = false)
    : SupervisionNotice(Inspector, Origin, At);

/// <summary>Something asked for failed and nothing changed, or it is not known whether it came about (<see cref="ProblemKind.NoAnswer"/>).</summary>
/// <param name="Inspector">The inspector.</param>
/// <param name="Origin">Where it was asked.</param>
/// <param name="At">When.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Problem">Why it failed.</param>
public sealed record RequestFailedNotice(Inspector Inspector, RequestOrigin Origin, DateTimeOffset At, SupervisionRequest Request, Problem Problem)
    : SupervisionNotice(Inspector, Origin, At);

/// <summary>Something asked for has come about, and nothing else tells of it: a move of a talk, a transfer, a forced state, a dropped call.</summary>
/// <param name="Inspector">The inspector.</param>
/// <param name="Origin">Where it was asked.</param>
/// <param name="At">When.</param>
/// <param name="Request">What was asked.</param>
/// <param name="AgentState">The state that the agent is in now, where the gateway told it.</param>
public sealed record RequestDoneNotice(
    Inspector Inspector, RequestOrigin Origin, DateTimeOffset At, SupervisionRequest Request, AgentState? AgentState = null)
    : SupervisionNotice(Inspector, Origin, At);

/// <summary>A monitoring changed its phase or mode, or a stop or switch failed (then <see cref="MonitoringView.Problem"/> is set and the phase stays).</summary>
/// <param name="Inspector">The inspector.</param>
/// <param name="Origin">Where the monitoring, or its last change, was asked.</param>
/// <param name="At">When.</param>
/// <param name="Monitoring">The monitoring now.</param>
public sealed record MonitoringNotice(Inspector Inspector, RequestOrigin Origin, DateTimeOffset At, MonitoringView Monitoring)
    : SupervisionNotice(Inspector, Origin, At);

/// <summary>An interception came to a new step, or was decided.</summary>
/// <param name="Inspector">The inspector.</param>
/// <param name="Origin">Where it was asked.</param>
/// <param name="At">When.</param>
/// <param name="Interception">The interception now.</param>
public sealed record InterceptionNotice(Inspector Inspector, RequestOrigin Origin, DateTimeOffset At, InterceptionView Interception)
    : SupervisionNotice(Inspector, Origin, At);

/// <summary>The inspector's talk changed.</summary>
/// <param name="Inspector">The inspector.</param>
/// <param name="Origin">The interception's thread.</param>
/// <param name="At">When.</param>
/// <param name="Talk">The talk now.</param>
/// <param name="Change">What changed.</param>
public sealed record TalkNotice(Inspector Inspector, RequestOrigin Origin, DateTimeOffset At, TalkView Talk, TalkChange Change)
    : SupervisionNotice(Inspector, Origin, At);

using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.SigningIn;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>Something that a turn wants done in the world. Its answer, where there is one, comes back as an input under the same token.</summary>
internal abstract record SessionEffect;

/// <summary>Sign in.</summary>
/// <param name="Token">The step that waits for the answer.</param>
/// <param name="TakeOver">Whether by force.</param>
/// <param name="Phone">The phone to sign in with.</param>
/// <param name="Password">The password that was typed on the page just now; null for the one that is held, or configured.</param>
internal sealed record SignIn(long Token, bool TakeOver, string Phone, SealedPassword? Password = null) : SessionEffect;

/// <summary>Forget the password that was typed on the page.</summary>
internal sealed record ForgetPassword : SessionEffect;

/// <summary>Sign out; leave the monitored call first, where there is one.</summary>
internal sealed record SignOut(long Token, int? MonitoredWorkNo, MonitoringMode Mode) : SessionEffect;

/// <summary>Begin to read events.</summary>
internal sealed record StartPolling : SessionEffect;

/// <summary>No longer read events.</summary>
internal sealed record StopPolling : SessionEffect;

/// <summary>Listen, insert or whisper.</summary>
internal sealed record StartMonitoring(long Token, int WorkNo, MonitoringMode Mode) : SessionEffect;

/// <summary>Change the mode.</summary>
internal sealed record SwitchMode(long Token, int WorkNo, MonitoringMode Mode) : SessionEffect;

/// <summary>Leave the monitored call.</summary>
internal sealed record StopMonitoring(long Token, int WorkNo, MonitoringMode Mode) : SessionEffect;

/// <summary>Claim a call for an interception, if the inspector may still take it over.</summary>
internal sealed record ClaimCall(Guid OperationId, int WorkNo, string CallId) : SessionEffect;

/// <summary>Read the agent's calls once more, and whether the inspector may still take one over.</summary>
internal sealed record CheckCall(long Token, int WorkNo) : SessionEffect;

/// <summary>Send the intercept. There is one such effect for one interception, ever.</summary>
internal sealed record SendIntercept(long Token, Guid OperationId, int WorkNo, string CallId) : SessionEffect;

/// <summary>Read one's own state and calls, and an agent's calls where one is named.</summary>
internal sealed record ReadBack(long Token, int? WorkNo) : SessionEffect;

/// <summary>Read whether one is on a call at all.</summary>
internal sealed record ReadOwnStatus : SessionEffect;

/// <summary>Look up the call of a talk that is not recognised by its id or numbers.</summary>
internal sealed record LookUpTalk(TalkingEvent Talking) : SessionEffect;

/// <summary>Hang up one's own call.</summary>
internal sealed record HangUp(long Token, string CallId, bool OnHold) : SessionEffect;

/// <summary>Hold, take back, mute or unmute one's own call. Sent once.</summary>
internal sealed record MoveTalk(long Token, TalkMove Move, string CallId) : SessionEffect;

/// <summary>Transfer one's own call. Sent once.</summary>
internal sealed record TransferTalk(long Token, TransferTarget To) : SessionEffect;

/// <summary>Read whether one is on a call, one's own calls, and which of them are on hold.</summary>
internal sealed record ReadTalk(long Token) : SessionEffect;

/// <summary>Put an agent into a state, and read the state after it. Sent once.</summary>
internal sealed record ForceAgent(long Token, int WorkNo, ForcedState State, TimeSpan RestFor) : SessionEffect;

/// <summary>Release a call of an agent, if it is one of theirs still. Sent once.</summary>
internal sealed record DropAgentsCall(long Token, int WorkNo, string CallId) : SessionEffect;

/// <summary>Start a timer.</summary>
internal sealed record StartTimer(long Token, TimeSpan Due) : SessionEffect;

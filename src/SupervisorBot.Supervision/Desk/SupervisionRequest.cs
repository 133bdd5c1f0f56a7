using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision.Desk;

/// <summary>Something an inspector asks to be done. It is accepted or refused at once; what comes of it is told by a notice.</summary>
/// <param name="RequestId">The request's own id (the chat activity's id): the same id a second time does nothing and gets the first answer.</param>
/// <param name="Origin">Where it was asked.</param>
[GenerateSerializer, Immutable]
public abstract record SupervisionRequest(string RequestId, RequestOrigin Origin);

/// <summary>Sign the inspector in at the gateway with the configured password.</summary>
/// <param name="RequestId">The request's own id.</param>
/// <param name="Origin">Where it was asked.</param>
/// <param name="TakeOver">True to sign in by force where the agent id is signed in elsewhere: the other place is signed out.</param>
[GenerateSerializer, Immutable]
public sealed record SignInRequested(string RequestId, RequestOrigin Origin, bool TakeOver = false) : SupervisionRequest(RequestId, Origin);

/// <summary>Note a link over which the inspector can sign in, once; it is in the place of any earlier one.</summary>
/// <param name="RequestId">The request's own id.</param>
/// <param name="Origin">Where it was asked; what comes of the link is told to the holder alone.</param>
/// <param name="Holder">Whom the link is given to.</param>
/// <param name="LinkHash">What is kept of the link, see <see cref="SignInLink.Hash"/>.</param>
/// <param name="Locale">The holder's language, such as <c>de-DE</c>; null where not known.</param>
[GenerateSerializer, Immutable]
public sealed record SignInLinkRequested(string RequestId, RequestOrigin Origin, SignInHolder Holder, string LinkHash, string? Locale)
    : SupervisionRequest(RequestId, Origin);

/// <summary>Sign the inspector out.</summary>
/// <param name="RequestId">The request's own id.</param>
/// <param name="Origin">Where it was asked.</param>
[GenerateSerializer, Immutable]
public sealed record SignOutRequested(string RequestId, RequestOrigin Origin) : SupervisionRequest(RequestId, Origin);

/// <summary>Start to listen to, insert into or whisper to an agent's call.</summary>
/// <param name="RequestId">The request's own id.</param>
/// <param name="Origin">Where it was asked.</param>
/// <param name="WorkNo">The agent's work number, 101 to 999999.</param>
/// <param name="Mode">How to take part.</param>
[GenerateSerializer, Immutable]
public sealed record MonitorRequested(string RequestId, RequestOrigin Origin, int WorkNo, MonitoringMode Mode) : SupervisionRequest(RequestId, Origin);

/// <summary>Change the mode of the monitoring that is going on.</summary>
/// <param name="RequestId">The request's own id.</param>
/// <param name="Origin">Where it was asked.</param>
/// <param name="Mode">The mode to change to.</param>
[GenerateSerializer, Immutable]
public sealed record SwitchRequested(string RequestId, RequestOrigin Origin, MonitoringMode Mode) : SupervisionRequest(RequestId, Origin);

/// <summary>Leave the monitored call; agent and customer go on talking.</summary>
/// <param name="RequestId">The request's own id.</param>
/// <param name="Origin">Where it was asked.</param>
[GenerateSerializer, Immutable]
public sealed record StopRequested(string RequestId, RequestOrigin Origin) : SupervisionRequest(RequestId, Origin);

/// <summary>Hang up the inspector's own talk with the customer: the customer's call ends.</summary>
/// <param name="RequestId">The request's own id.</param>
/// <param name="Origin">Where it was asked.</param>
/// <param name="CallId">The call that it is meant for; null for whichever there is.</param>
[GenerateSerializer, Immutable]
public sealed record HangUpRequested(string RequestId, RequestOrigin Origin, string? CallId = null) : SupervisionRequest(RequestId, Origin);

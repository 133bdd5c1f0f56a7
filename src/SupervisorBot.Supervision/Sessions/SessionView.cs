using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>An inspector's own state.</summary>
/// <param name="Inspector">The inspector.</param>
/// <param name="Status">Signed in or not.</param>
/// <param name="SignedInAt">Since when signed in.</param>
/// <param name="Monitoring">Whom the inspector monitors, or null.</param>
/// <param name="Talk">With whom the inspector talks, or null.</param>
/// <param name="Interception">The interception under way, or null.</param>
/// <param name="Vcc">The virtual call centre (VDN) that the sign-in answered with; its inspectors share one roster.</param>
/// <param name="LastHeard">When the gateway last answered the reading of events; null before the first answer.</param>
[GenerateSerializer, Immutable]
public sealed record SessionView(
    Inspector Inspector,
    SessionStatus Status,
    DateTimeOffset? SignedInAt,
    MonitoringView? Monitoring,
    TalkView? Talk,
    InterceptionView? Interception,
    string? Vcc,
    DateTimeOffset? LastHeard);

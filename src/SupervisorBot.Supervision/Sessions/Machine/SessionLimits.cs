using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>The options that decide a session's turns.</summary>
internal sealed record SessionLimits(SessionOptions Session, InterceptionOptions Interception);

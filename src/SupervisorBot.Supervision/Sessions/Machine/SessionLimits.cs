using SupervisorBot.Gateway;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>The options that decide a session's turns.</summary>
internal sealed record SessionLimits(SessionOptions Session, InterceptionOptions Interception, GatewayOptions Gateway)
{
    /// <summary>
    /// How long after it was written down an intercept can still be on its way, whatever became of the process that sent it: until it leaves at the latest,
    /// and until it is answered.
    /// </summary>
    public TimeSpan InFlight => Interception.SendDelayLimit + Gateway.InterceptTimeout;
}

using SupervisorBot.Gateway;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Privacy;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>The options that decide a session's turns.</summary>
internal sealed record SessionLimits(SessionOptions Session, InterceptionOptions Interception, GatewayOptions Gateway)
{
    /// <summary>How much of a customer's number is shown.</summary>
    public PrivacyOptions Privacy { get; init; } = new();

    public SignInOptions SignIn { get; init; } = new();

    /// <summary>
    /// How long after it was written down an intercept can still be on its way, whatever became of the process that sent it: until it leaves at the latest,
    /// and until it is answered.
    /// </summary>
    public TimeSpan InFlight => Interception.SendDelayLimit + Gateway.InterceptTimeout;

    /// <summary>A customer's number as it is shown.</summary>
    public MaskedNumber Mask(string? customerNumber) => MaskedNumber.Of(customerNumber, Privacy.CustomerNumberDigits);
}

namespace SupervisorBot.GatewaySimulator;

/// <summary>What a Guid in a request is worth.</summary>
internal enum GuidStanding
{
    Unknown,
    Lapsed,
    Previous,
    Current,
}

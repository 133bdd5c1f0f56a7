namespace SupervisorBot.Chat.Limits;

/// <summary>That something came in over a limit.</summary>
/// <param name="Limit">Which limit, in a fixed word.</param>
/// <param name="IsFirst">Whether it is the first within the limit's span.</param>
internal sealed record LimitBreach(string Limit, bool IsFirst)
{
    public const string OfUser = "UserLimit";
    public const string OfTenant = "TenantLimit";
}

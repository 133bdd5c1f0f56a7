namespace SupervisorBot.Chat.Admission;

/// <summary>Who of Teams may talk with the bot at all, from the configuration section <c>Teams</c>.</summary>
public sealed class TeamsOptions
{
    /// <summary>The configuration section's name.</summary>
    public const string Section = "Teams";

    /// <summary>
    /// The Entra tenants whose users are answered. Empty (default) means any; the host refuses that outside Development, since a
    /// single-tenant registration alone does not keep other tenants out (Microsoft Teams, agent tenancy).
    /// </summary>
    public IList<string> AllowedTenants { get; } = [];
}

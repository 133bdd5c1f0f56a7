using System.ComponentModel.DataAnnotations;
using SupervisorBot.Chat.Targeting;

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

    /// <summary>
    /// Whether what concerns one person alone (lists, confirmations, errors, help, status) is sent into a group chat or channel as a targeted message, which only
    /// they see: <c>Auto</c> (default), where the channel is Teams and has not refused one there, or <c>Off</c>. Without them the personal chat serves.
    /// </summary>
    [EnumDataType(typeof(TargetedUse))]
    public TargetedUse TargetedMessages { get; set; } = TargetedUse.Auto;

    /// <summary>Where the service refused a targeted message, none is tried for this time; 6 h, 1 min to 7 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan TargetedRetryAfter { get; set; } = TimeSpan.FromHours(6);
}

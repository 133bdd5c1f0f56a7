using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Chat.Limits;

/// <summary>How much may come in, from the configuration section <c>Limits</c>. Each node counts for itself.</summary>
public sealed class InboundLimitOptions
{
    /// <summary>The configuration section's name.</summary>
    public const string Section = "Limits";

    /// <summary>
    /// How many messages and presses of one person are taken within a minute. A further press is answered in words, a further message once in that minute and
    /// then not at all, and nothing is done. Default 300, which nobody reaches by hand; 10 to 1,000,000.
    /// </summary>
    [Range(10, 1_000_000)]
    public int UserPerMinute { get; set; } = 300;

    /// <summary>How many messages, presses and events of one tenant are taken within a second. Default 1,000; 10 to 1,000,000.</summary>
    [Range(10, 1_000_000)]
    public int TenantPerSecond { get; set; } = 1_000;
}

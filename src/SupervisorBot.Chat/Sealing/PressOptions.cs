using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Chat.Sealing;

/// <summary>How long buttons can be pressed, from the configuration section <c>Presses</c>.</summary>
public sealed class PressOptions
{
    /// <summary>The configuration section's name.</summary>
    public const string Section = "Presses";

    /// <summary>
    /// How long a card's buttons can be pressed, counted from its sending or last edit; an older one is answered with what to do instead. A confirmation
    /// expires by itself long before (<c>Interception:ConfirmationLifetime</c>). Default 1 day; 5 minutes to 30 days.
    /// </summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>
    /// How long buttons are sealed with the same key, before a new one is made. The keys before it are accepted for as long as <see cref="Lifetime"/> lets
    /// their buttons be pressed. Default 7 days; 1 hour to 90 days.
    /// </summary>
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00")]
    public TimeSpan KeyLifetime { get; set; } = TimeSpan.FromDays(7);
}

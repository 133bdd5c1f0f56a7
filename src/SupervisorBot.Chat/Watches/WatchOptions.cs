using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Chat.Watches;

/// <summary>Limits of alerts, from the configuration section <c>Watch</c>.</summary>
public sealed class WatchOptions
{
    /// <summary>The configuration section's name.</summary>
    public const string Section = "Watch";

    /// <summary>How often a chat's rules are compared with the agents. 5 s, 3 s to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:03", "00:01:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many rules a chat may have; 20, 1 to 100.</summary>
    [Range(1, 100)]
    public int RulesMaximum { get; set; } = 20;

    /// <summary>How many alerts are posted into a chat at a time; 5, 1 to 20. The others follow with the next comparison, as long as they are so.</summary>
    [Range(1, 20)]
    public int AlertsAtATime { get; set; } = 5;

    /// <summary>How long it is remembered what was told, so that it is not told again; 7 days, 1 to 90 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "90.00:00:00")]
    public TimeSpan Memory { get; set; } = TimeSpan.FromDays(7);

    /// <summary>A reading of the agents is given up after this time; the rules are looked at again with the next one. 10 s, 1 s to 25 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:25")]
    public TimeSpan ReadingLimit { get; set; } = TimeSpan.FromSeconds(10);
}

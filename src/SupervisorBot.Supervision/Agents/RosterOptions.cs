using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Supervision.Agents;

/// <summary>How agents are read (section <c>Roster</c>).</summary>
public sealed class RosterOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Roster";

    /// <summary>How old a list may be when it is shown; an older one is read again, once for everybody who asks. Default 3 seconds; 0 to 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Of how many agents who are in a call the calls are read with each list, for boards and alerts: those not read yet first, then those whose reading is
    /// the oldest. Each takes two requests to the gateway, and one more for a new call. Default 20; 1 to 500.
    /// </summary>
    [Range(1, 500)]
    public int CallsPerReading { get; set; } = 20;

    /// <summary>How long a request waits for an agent's name when no list has been read yet; without it the work number stands alone. Default 1 second; 0 to 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan NameTimeout { get; set; } = TimeSpan.FromSeconds(1);
}

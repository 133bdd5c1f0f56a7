using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Supervision.Forcing;

/// <summary>How agents' states are forced (section <c>Force</c>).</summary>
public sealed class ForceOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Force";

    /// <summary>How long a rest lasts where <c>/force rest</c> names no time. Default 15 minutes; 1 minute to 23 hours.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "23:00:00")]
    public TimeSpan RestLength { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The contact centre's number of the cause that a forced rest is given. Default 1; 1 to 255.</summary>
    [Range(1, 255)]
    public int RestCause { get; set; } = 1;
}

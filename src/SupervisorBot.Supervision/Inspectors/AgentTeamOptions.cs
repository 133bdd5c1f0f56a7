using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Supervision.Inspectors;

/// <summary>A team of agents of the configuration (<c>AgentTeams:N:*</c>): whose work numbers are asked one by one where the gateway lists no agents.</summary>
public sealed class AgentTeamOptions
{
    /// <summary>The team's name. Required.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Name { get; set; } = "";

    /// <summary>The team's work numbers: numbers and ranges with commas, such as <c>2001-2024, 2100</c>; each 101 to 999999. Required.</summary>
    [Required(AllowEmptyStrings = false)]
    public string WorkNumbers { get; set; } = "";
}

using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Supervision.Inspectors;

/// <summary>A team of agents of the configuration (<c>AgentTeams:N:*</c>): with whom an inspector may have to do, and whom to ask for where the gateway lists no agents.</summary>
public sealed class AgentTeamOptions
{
    /// <summary>The team's name. Required.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Name { get; set; } = "";

    /// <summary>
    /// The team's work numbers: numbers and ranges with commas, such as <c>2001-2024, 2100</c>; each 101 to 999999. A team needs these or <see cref="Groups"/>.
    /// Where the gateway lists no agents, these are asked for one by one. Default: none.
    /// </summary>
    public string WorkNumbers { get; set; } = "";

    /// <summary>The names of the gateway's agent groups that belong to the team, whatever their case. Default: none.</summary>
    public IList<string> Groups { get; } = [];

    /// <summary>
    /// Whose approval the interception of this team's calls needs, see <c>Interception:Approval</c>, which counts where this is not set (default). Of several
    /// teams of one agent the strictest counts. With <c>Directory:Source=Database</c> it holds for the team of this name there.
    /// </summary>
    public Interception.ApprovalRule? Approval { get; set; }
}

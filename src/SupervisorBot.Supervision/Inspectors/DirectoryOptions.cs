namespace SupervisorBot.Supervision.Inspectors;

/// <summary>Who the inspectors are and which agents there are, from the configuration's root.</summary>
public sealed class DirectoryOptions
{
    /// <summary>The inspectors (<c>Inspectors:0:…</c>, <c>Inspectors:1:…</c>). At least one is required, unless the database's count.</summary>
    public IReadOnlyList<InspectorOptions> Inspectors { get; set; } = [];

    /// <summary>The teams (<c>AgentTeams:0:…</c>). Needed where an inspector has to do with some agents only, or the gateway serves no list of agents. Default: none.</summary>
    public IReadOnlyList<AgentTeamOptions> AgentTeams { get; set; } = [];
}

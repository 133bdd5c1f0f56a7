using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Supervision.Administration;

/// <summary>One change of the directory.</summary>
public abstract record DirectoryEdit;

/// <summary>A person becomes an inspector.</summary>
/// <param name="Profile">The inspector, what they may do, and with which teams.</param>
public sealed record AddInspector(InspectorProfile Profile) : DirectoryEdit;

/// <summary>What is known of an inspector changes; null leaves it as it is.</summary>
/// <param name="AgentId">Whose.</param>
/// <param name="Person">The Entra object id of the person who works under this agent id from now on.</param>
/// <param name="PhoneNumber">The phone that the gateway rings.</param>
/// <param name="DisplayName">The name shown.</param>
/// <param name="Teams">The teams with whose agents they have to do; none means everyone's.</param>
public sealed record ChangeInspector(int AgentId, string? Person, string? PhoneNumber, string? DisplayName, IReadOnlyList<string>? Teams) : DirectoryEdit;

/// <summary>Somebody is no inspector any more.</summary>
/// <param name="AgentId">Who.</param>
public sealed record RemoveInspector(int AgentId) : DirectoryEdit;

/// <summary>An inspector gets permissions.</summary>
/// <param name="AgentId">Who.</param>
/// <param name="Permissions">Which.</param>
public sealed record Permit(int AgentId, PermissionSet Permissions) : DirectoryEdit;

/// <summary>An inspector loses permissions.</summary>
/// <param name="AgentId">Who.</param>
/// <param name="Permissions">Which.</param>
public sealed record Forbid(int AgentId, PermissionSet Permissions) : DirectoryEdit;

/// <summary>There is a new team.</summary>
/// <param name="Team">The team.</param>
public sealed record AddTeam(AgentTeam Team) : DirectoryEdit;

/// <summary>A team changes; null leaves it as it is.</summary>
/// <param name="Name">Which.</param>
/// <param name="NewName">Its name from now on; whoever had the team keeps it.</param>
/// <param name="WorkNumbers">Its work numbers.</param>
/// <param name="Groups">Its groups.</param>
public sealed record ChangeTeam(string Name, string? NewName, string? WorkNumbers, IReadOnlyList<string>? Groups) : DirectoryEdit;

/// <summary>A team is no more.</summary>
/// <param name="Name">Which.</param>
public sealed record RemoveTeam(string Name) : DirectoryEdit;

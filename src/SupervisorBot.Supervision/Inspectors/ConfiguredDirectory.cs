using SupervisorBot.Supervision.Access;

namespace SupervisorBot.Supervision.Inspectors;

/// <summary>The directory as the configuration has it.</summary>
internal static class ConfiguredDirectory
{
    public static DirectoryContents Of(DirectoryOptions options) => new(
        0,
        [.. options.Inspectors.Select(ProfileOf).OrderBy(profile => profile.Inspector.AgentId)],
        [.. options.AgentTeams.Select(TeamOf).OrderBy(team => team.Name, StringComparer.OrdinalIgnoreCase)]);

    private static InspectorProfile ProfileOf(InspectorOptions options) => new(
        new Inspector(options.EntraObjectId, options.AgentId, options.DisplayName, options.PhoneNumber),
        options.Permissions is null ? PermissionSet.Default : PermissionSet.TryParse(options.Permissions, out var permissions) ? permissions : PermissionSet.None,
        [.. options.Teams.Select(name => name.Trim())]);

    private static AgentTeam TeamOf(AgentTeamOptions options) => new(options.Name.Trim(), options.WorkNumbers, [.. options.Groups.Select(group => group.Trim())]);
}

using System.Text.Json;
using SupervisorBot.Storage.Schema;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Storage.Inspectors;

/// <summary>The directory's rows as what they are about.</summary>
internal static class DirectoryRows
{
    /// <summary>A text by which two that differ in case only are the same.</summary>
    public static string KeyOf(string text) => text.ToLowerInvariant();

    public static string Write(IReadOnlyList<string> names) => JsonSerializer.Serialize([.. names], DirectoryJson.Default.StringArray);

    /// <exception cref="JsonException">A list of names is none.</exception>
    public static InspectorProfile Read(DirectoryInspectorRow row) => new(
        new Inspector(row.EntraObjectId, row.AgentId, row.DisplayName, row.PhoneNumber),
        // What cannot be read permits nothing.
        PermissionSet.TryParse(row.Permissions, out var permissions) ? permissions : PermissionSet.None,
        ReadNames(row.Teams));

    /// <exception cref="JsonException">A list of names is none.</exception>
    public static AgentTeam Read(DirectoryTeamRow row) => new(row.Name, row.WorkNumbers, ReadNames(row.Groups));

    private static string[] ReadNames(string text) =>
        JsonSerializer.Deserialize(text, DirectoryJson.Default.StringArray) ?? throw new JsonException("The list is empty.");
}

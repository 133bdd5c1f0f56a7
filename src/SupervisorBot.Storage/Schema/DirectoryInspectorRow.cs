namespace SupervisorBot.Storage.Schema;

/// <summary>An inspector of the directory. There is no password among it.</summary>
internal sealed class DirectoryInspectorRow
{
    public required int AgentId { get; init; }

    /// <summary>In small letters.</summary>
    public required string EntraObjectId { get; init; }

    public required string DisplayName { get; init; }

    public required string PhoneNumber { get; init; }

    /// <summary>Names with commas.</summary>
    public required string Permissions { get; init; }

    /// <summary>The names of teams, as a JSON list; an empty one means everyone.</summary>
    public required string Teams { get; init; }
}

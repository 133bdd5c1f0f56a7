namespace SupervisorBot.Storage.Schema;

/// <summary>A team of the directory.</summary>
internal sealed class DirectoryTeamRow
{
    public required string Name { get; init; }

    /// <summary>The name in small letters: no two teams' differ in case only.</summary>
    public required string Key { get; init; }

    public required string WorkNumbers { get; init; }

    /// <summary>Names of agent groups, as a JSON list.</summary>
    public required string Groups { get; init; }
}

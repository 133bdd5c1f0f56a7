namespace SupervisorBot.Storage.Schema;

/// <summary>The number of the directory's last change: the one row tells every node whether what it has read still counts.</summary>
internal sealed class DirectoryVersionRow
{
    public required int Id { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset At { get; init; }
}

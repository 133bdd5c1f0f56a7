namespace SupervisorBot.Storage.Schema;

/// <summary>That something was told in a thread.</summary>
internal sealed class ToldOccurrenceRow
{
    public required string Thread { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset At { get; init; }
}

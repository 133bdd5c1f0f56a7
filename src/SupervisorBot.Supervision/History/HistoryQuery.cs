namespace SupervisorBot.Supervision.History;

/// <summary>What somebody wants to know.</summary>
/// <param name="Who">Whose acts.</param>
/// <param name="WorkNo">The agent, where the acts on one are asked for.</param>
/// <param name="From">From then on.</param>
/// <param name="To">Before then.</param>
public sealed record HistoryQuery(HistoryWho Who, int? WorkNo, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Whether the whole is taken out as a file: more is read, and it is audited as that.</summary>
    public bool IsExport { get; init; }
}

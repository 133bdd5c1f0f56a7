using SupervisorBot.Supervision.Access;

namespace SupervisorBot.Supervision.History;

/// <summary>What was found, or why it is not told.</summary>
/// <param name="Lines">The acts, the newest first.</param>
/// <param name="IsCut">Whether older ones were left out, because there are too many.</param>
/// <param name="Refusal">Why nothing is told; null where it is.</param>
public sealed record HistoryAnswer(IReadOnlyList<HistoryLine> Lines, bool IsCut, AccessRefusal? Refusal = null)
{
    /// <summary>Nothing is told.</summary>
    public static HistoryAnswer No(AccessRefusal why) => new([], false, why);
}

namespace SupervisorBot.Supervision.Interception;

/// <summary>What an interception of one agent's call needs.</summary>
/// <param name="Approval">Whose approval.</param>
/// <param name="Reason">Whether a reason.</param>
/// <param name="Reasons">The reasons to choose from; none for a free text.</param>
public sealed record InterceptionPolicy(ApprovalRule Approval, ReasonRule Reason, IReadOnlyList<string> Reasons)
{
    /// <summary>The longest reason, in characters; it stands in cards and in the audit.</summary>
    public const int LongestReason = 200;

    /// <summary>Nothing.</summary>
    public static InterceptionPolicy Nothing { get; } = new(ApprovalRule.None, ReasonRule.NotAsked, []);

    /// <summary>Reads what somebody gave as their reason.</summary>
    /// <param name="view">The interception, with what was asked of them.</param>
    /// <param name="text">What they gave; null for nothing.</param>
    /// <param name="reason">The reason, on one line; null where none is given or asked.</param>
    /// <returns>False where one is needed and none is given, where it is not one of the list, or where it is too long.</returns>
    public static bool TryReadReason(InterceptionView view, string? text, out string? reason)
    {
        ArgumentNullException.ThrowIfNull(view);
        reason = null;
        if (view.ReasonRule == ReasonRule.NotAsked)
        {
            return true;
        }

        var given = OnOneLine(text ?? "");
        if (given.Length == 0)
        {
            return view.ReasonRule == ReasonRule.Optional;
        }

        reason = given;
        return given.Length <= LongestReason && (view.Reasons.Count == 0 || view.Reasons.Contains(given, StringComparer.Ordinal));
    }

    /// <summary>A text with every run of blanks and line breaks as one blank, and no control characters.</summary>
    public static string OnOneLine(string text) => string.Join(
        ' ', new string([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

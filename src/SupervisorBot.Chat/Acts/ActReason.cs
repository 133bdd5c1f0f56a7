using SupervisorBot.Chat.Cards;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Chat.Acts;

/// <summary>The reason that an act needs: as it is kept, and as it is shown.</summary>
internal static class ActReason
{
    /// <summary>What was typed, on one line and no longer than a reason may be; empty for nothing.</summary>
    public static string Clean(string? typed) => Markup.CutWhole(InterceptionPolicy.OnOneLine(typed ?? ""), InterceptionPolicy.LongestReason);

    /// <summary>The reason as words.</summary>
    public static string Shown(string reason) => Markup.Plain(reason, InterceptionPolicy.LongestReason) is { Length: > 0 } shown ? shown : "…";
}

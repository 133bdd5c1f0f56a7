using SupervisorBot.Chat.Agents;

namespace SupervisorBot.Chat.Watches;

/// <summary>What somebody wants of a chat's watch.</summary>
internal abstract record WatchOrder
{
    /// <summary>Show what is watched for.</summary>
    internal sealed record List : WatchOrder;

    /// <summary>One rule more.</summary>
    internal sealed record Add(WatchKind Kind, NamedState? State, TimeSpan Longer, int? WorkNo, string? Team) : WatchOrder;

    /// <summary>Set the quiet hours, in minutes of the day; null for none.</summary>
    internal sealed record Quiet((int From, int Until)? Hours) : WatchOrder;

    /// <summary>End a rule; null for all.</summary>
    internal sealed record Off(int? Number) : WatchOrder;

    /// <summary>It was not understood.</summary>
    internal sealed record Wrong(WatchError Error) : WatchOrder;
}

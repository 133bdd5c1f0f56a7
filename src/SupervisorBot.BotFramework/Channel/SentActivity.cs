namespace SupervisorBot.BotFramework.Channel;

/// <summary>What the channel said to a post.</summary>
/// <param name="Id">The new message's id, to edit it by; null where the channel gives none (typing) and while it is pending.</param>
public sealed record SentActivity(string? Id)
{
    /// <summary>True where the post is queued behind an invoke that is still being answered.</summary>
    public bool IsPending { get; init; }

    /// <summary>
    /// Ends when the channel took the post, with its id, or fails with a <see cref="ChannelException"/>. Ended already unless the post
    /// is pending; a pending one must not be awaited within the invoke's turn, since it leaves only after the turn's answer.
    /// </summary>
    public Task<SentActivity> Delivery { get => field ?? Task.FromResult(this); init; }

    /// <inheritdoc/>
    public bool Equals(SentActivity? other) => other is not null && Id == other.Id && IsPending == other.IsPending;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, IsPending);
}

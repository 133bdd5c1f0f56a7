using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.Outbox;

/// <summary>What became of a sending.</summary>
internal abstract record SendOutcome;

/// <summary>There was nothing to send after all.</summary>
internal sealed record NothingSent : SendOutcome;

/// <summary>It is done.</summary>
/// <param name="Row">What was sent.</param>
/// <param name="Shown">Where its live message stands now, where that is to be noted.</param>
/// <param name="How">What the sending was, in a word for the records.</param>
internal sealed record Sent(OutboxRow Row, ShownMessage? Shown, string How) : SendOutcome;

/// <summary>It is not done, or not known to be.</summary>
/// <param name="Row">What was to be sent.</param>
/// <param name="Verdict">What follows.</param>
/// <param name="Reason">Why, in a word.</param>
internal sealed record Failed(OutboxRow Row, FailureVerdict Verdict, string Reason) : SendOutcome
{
    /// <summary>How long the channel asked to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether a new message went out without an answer.</summary>
    public bool IsUnanswered { get; init; }
}

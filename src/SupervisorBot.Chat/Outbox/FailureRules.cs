using SupervisorBot.BotFramework.Channel;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.Outbox;

/// <summary>What a channel's refusal means for a waiting message (Microsoft Teams, rate limits and status codes of bots, 2026).</summary>
internal static class FailureRules
{
    // A message may stand twice at worst: once it went out twice without an answer, it is not sent again.
    private const int MostUnanswered = 1;

    /// <summary>The codes of a 403 after which a bot must not send until something comes in from there.</summary>
    private static readonly string[] s_stopCodes = ["BotDisabledByAdmin", "ConversationBlockedByUser", "BotNotInConversationRoster"];

    /// <param name="row">The message.</param>
    /// <param name="failure">The refusal.</param>
    /// <param name="isNew">Whether it was sent as a new message, which stands twice when it is sent twice; an edit does not.</param>
    public static Failed Judge(OutboxRow row, ChannelException failure, bool isNew)
    {
        var reason = failure.Code ?? failure.Kind.ToString();
        return failure.Kind switch
        {
            ChannelFailure.Unavailable when failure.Status is null => new Failed(row, FailureVerdict.NotYet, reason),
            ChannelFailure.Throttled or ChannelFailure.Unavailable or ChannelFailure.Unreachable or ChannelFailure.Unauthorized =>
                new Failed(row, FailureVerdict.Retry, reason) { RetryAfter = failure.RetryAfter },
            ChannelFailure.AnswerLost or ChannelFailure.Failed => Unanswered(row, isNew, reason),
            ChannelFailure.Forbidden when s_stopCodes.Contains(failure.Code, StringComparer.OrdinalIgnoreCase) => new Failed(row, FailureVerdict.Stop, reason),
            ChannelFailure.NotFound when isNew || IsConversationGone(failure) => new Failed(row, FailureVerdict.Stop, failure.Code ?? "ConversationNotFound"),
            _ => new Failed(row, FailureVerdict.Bury, reason),
        };
    }

    /// <summary>Whether a refused edit means that the message is not there any more, or too old: its state is then posted anew.</summary>
    public static bool IsMessageGone(ChannelException failure) =>
        failure.Kind == ChannelFailure.Rejected || (failure.Kind == ChannelFailure.NotFound && !IsConversationGone(failure));

    public static Failed Unanswered(OutboxRow row, bool isNew, string reason) => isNew && row.Unanswered >= MostUnanswered
        ? new Failed(row, FailureVerdict.Bury, reason)
        : new Failed(row, FailureVerdict.Retry, reason) { IsUnanswered = isNew };

    private static bool IsConversationGone(ChannelException failure) => failure.Code == "ConversationNotFound";
}

using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.Outbox;

/// <summary>Makes outbox entries out of messages.</summary>
internal static class OutgoingEntries
{
    public static OutboxEntry Post(ConversationReference where, Activity activity) => Entry(where, OutboxKind.Post, new OutgoingMessage(where, activity));

    /// <summary>A message that only the person who speaks in <paramref name="where"/> may read.</summary>
    /// <param name="where">The conversation that it concerns.</param>
    /// <param name="activity">The message.</param>
    /// <param name="here">Whether they look there now, see <see cref="OutgoingMessage.Here"/>.</param>
    public static OutboxEntry PostPrivately(ConversationReference where, Activity activity, bool here = false) =>
        where.IsPersonal || where.User is not { Id.Length: > 0 } person
            ? Post(where, activity)
            : Entry(where, OutboxKind.Post, new OutgoingMessage(where, activity) { To = person, Here = here }) with { Thread = PersonKey(person.Id) };

    /// <summary>The state of a live message.</summary>
    /// <param name="key">Names the live message.</param>
    /// <param name="where">The thread to post it into where it does not stand yet.</param>
    /// <param name="activity">The state.</param>
    /// <param name="rank">How far along it is.</param>
    /// <param name="messageId">The message to edit where the live message is not known to stand anywhere; null for none.</param>
    public static OutboxEntry Show(string key, ConversationReference where, Activity activity, int rank = 0, string? messageId = null) =>
        Entry(where, OutboxKind.Show, new OutgoingMessage(where, activity) { MessageId = messageId }) with { Key = key, Rank = rank };

    /// <summary>The state of a live message that only the person who speaks in <paramref name="where"/> may read.</summary>
    /// <param name="key">Names the live message.</param>
    /// <param name="where">The conversation that it concerns.</param>
    /// <param name="activity">The state.</param>
    /// <param name="rank">How far along it is.</param>
    /// <param name="messageId">The message to edit where the live message is not known to stand anywhere; null for none.</param>
    public static OutboxEntry ShowPrivately(string key, ConversationReference where, Activity activity, int rank = 0, string? messageId = null) =>
        where.IsPersonal || where.User is not { Id.Length: > 0 } person
            ? Show(key, where, activity, rank, messageId)
            : Entry(where, OutboxKind.Show, new OutgoingMessage(where, activity) { To = person, MessageId = messageId }) with { Key = key, Rank = rank };

    /// <summary>The state of a live message that answers a turn, for the person alone whose turn it is.</summary>
    public static OutboxEntry ShowPrivately(string key, ChatTurn turn, Activity activity, int rank = 0, string? messageId = null) => turn.Home is { } home
        ? Entry(turn.Conversation, OutboxKind.Show, new OutgoingMessage(turn.Conversation, activity) { MessageId = messageId, Home = home }) with { Key = key, Rank = rank }
        : ShowPrivately(key, turn.Conversation, activity, rank, messageId);

    /// <summary>Names the thread of what only one person may read.</summary>
    public static string PersonKey(string personId) => $"person:{personId}";

    private static OutboxEntry Entry(ConversationReference where, OutboxKind kind, OutgoingMessage message) =>
        new(where.ConversationId, where.TenantId ?? "", kind, message.Write());
}

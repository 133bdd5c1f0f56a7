using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.Outbox;

/// <summary>Makes outbox entries out of messages.</summary>
internal static class OutgoingEntries
{
    public static OutboxEntry Post(ConversationReference where, Activity activity) => Entry(where, OutboxKind.Post, new OutgoingMessage(where, activity));

    /// <summary>A message that only the person who speaks in <paramref name="where"/> may read.</summary>
    public static OutboxEntry PostPrivately(ConversationReference where, Activity activity) =>
        where.IsPersonal || where.User is not { Id.Length: > 0 } person
            ? Post(where, activity)
            : Entry(where, OutboxKind.Post, new OutgoingMessage(where, activity) { To = person }) with { Thread = PersonKey(person.Id) };

    /// <summary>The state of a live message.</summary>
    /// <param name="key">Names the live message.</param>
    /// <param name="where">The thread to post it into where it does not stand yet.</param>
    /// <param name="activity">The state.</param>
    /// <param name="rank">How far along it is.</param>
    /// <param name="messageId">The message to edit where the live message is not known to stand anywhere; null for none.</param>
    public static OutboxEntry Show(string key, ConversationReference where, Activity activity, int rank = 0, string? messageId = null) =>
        Entry(where, OutboxKind.Show, new OutgoingMessage(where, activity) { MessageId = messageId }) with { Key = key, Rank = rank };

    /// <summary>Names the thread of what only one person may read.</summary>
    public static string PersonKey(string personId) => $"person:{personId}";

    private static OutboxEntry Entry(ConversationReference where, OutboxKind kind, OutgoingMessage message) =>
        new(where.ConversationId, where.TenantId ?? "", kind, message.Write());
}

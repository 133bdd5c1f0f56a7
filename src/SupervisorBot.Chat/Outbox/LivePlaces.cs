using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.Outbox;

/// <summary>Where live messages stand, as the outbox notes it.</summary>
internal static class LivePlaces
{
    /// <summary>The conversation that a message stands in, or goes to.</summary>
    public static ConversationReference AddressOf(OutboxRow row, OutgoingMessage message) =>
        row.Shown is { } shown ? ActivityJson.ReadReference(shown.Address) : message.Conversation;

    /// <summary>The message to edit, or null.</summary>
    public static string? IdOf(OutboxRow row, OutgoingMessage message) => row.Shown?.ActivityId ?? message.MessageId;

    /// <summary>What to note of a message that was sent.</summary>
    public static ShownMessage Note(OutboxRow row, ConversationReference where, string id) =>
        new(row.Entry.Key!, ActivityJson.Write(where), id, row.Entry.Rank);

    /// <summary>What to note of an edit. A message that is edited because it was pressed, and is no live message of its own, need not be found again.</summary>
    public static ShownMessage? NoteOfEdit(OutboxRow row, ConversationReference where, string id) =>
        row.Shown is null && row.Entry.Key == LiveKeys.Message(where, id) ? null : Note(row, where, id);
}

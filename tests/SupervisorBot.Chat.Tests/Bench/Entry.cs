using System.Text.Json.Nodes;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.Chat.Tests.Bench;

/// <summary>One thing that the bot sent.</summary>
internal sealed record Entry(bool IsEdit, string ConversationId, string MessageId, Activity Activity)
{
    /// <summary>The person who alone sees it; null where everybody does.</summary>
    public string? Only => Activity.Recipient is { IsTargeted: true, Id: var person } ? person : null;

    /// <summary>Whether one person is told it, in a message that nobody else in a room sees.</summary>
    public bool IsTargetedAt(Person person, Room room) => Only == person.Id && ConversationId == room.ConversationId;

    public JsonObject? Card => Activity.Attachments is [{ Content: JsonObject card }, ..] ? card : null;

    /// <summary>Everything that a person can read of it.</summary>
    public string Text => Card is { } card ? string.Join('\n', CardReading.Texts(card)) : Activity.Text ?? "";
}

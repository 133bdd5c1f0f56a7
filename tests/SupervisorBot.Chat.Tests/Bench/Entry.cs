using System.Text.Json.Nodes;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.Chat.Tests.Bench;

/// <summary>One thing that the bot sent.</summary>
internal sealed record Entry(bool IsEdit, string ConversationId, string MessageId, Activity Activity)
{
    public JsonObject? Card => Activity.Attachments is [{ Content: JsonObject card }, ..] ? card : null;

    /// <summary>Everything that a person can read of it.</summary>
    public string Text => Card is { } card ? string.Join('\n', CardReading.Texts(card)) : Activity.Text ?? "";
}

using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.Chat.Outbox;

/// <summary>Where somebody was told something.</summary>
/// <param name="Where">The conversation.</param>
/// <param name="Id">The message, to edit it by; null where it is none that can be.</param>
internal sealed record ToldAt(ConversationReference Where, string? Id);

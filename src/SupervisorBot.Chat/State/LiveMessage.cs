using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.Chat.State;

/// <summary>A message of the bot that is edited as things go on.</summary>
/// <param name="Conversation">The thread that it stands in.</param>
/// <param name="ActivityId">Its id there.</param>
/// <param name="Rank">How far along the shown state is. A state of a lower rank never replaces it.</param>
public sealed record LiveMessage(ConversationReference Conversation, string ActivityId, int Rank = 0);

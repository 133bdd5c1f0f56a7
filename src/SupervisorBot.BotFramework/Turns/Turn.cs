using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Turns;

/// <summary>One inbound activity and the means to answer it.</summary>
/// <param name="Activity">The activity; has a type, a channel and a conversation.</param>
/// <param name="Conversation">Where it came from, for posts now and later.</param>
/// <param name="Replies">Posts into that conversation, in order.</param>
public sealed record Turn(Activity Activity, ConversationReference Conversation, IReplySink Replies);

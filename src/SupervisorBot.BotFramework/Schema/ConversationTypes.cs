namespace SupervisorBot.BotFramework.Schema;

/// <summary>The kinds of conversation that Teams names in <c>conversation.conversationType</c>.</summary>
public static class ConversationTypes
{
    /// <summary>One person and the bot.</summary>
    public const string Personal = "personal";

    /// <summary>Several people and the bot.</summary>
    public const string GroupChat = "groupChat";

    /// <summary>A thread in a channel of a team.</summary>
    public const string Channel = "channel";
}

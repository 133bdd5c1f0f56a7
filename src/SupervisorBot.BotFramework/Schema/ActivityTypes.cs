namespace SupervisorBot.BotFramework.Schema;

/// <summary>The activity types that this bot meets, as the Bot Framework Activity protocol spells them.</summary>
public static class ActivityTypes
{
    /// <summary>A message: text, cards, or the value of an <c>Action.Submit</c>.</summary>
    public const string Message = "message";

    /// <summary>The bot is typing; shown for a moment, never stored.</summary>
    public const string Typing = "typing";

    /// <summary>A call that wants its answer in the HTTP answer itself.</summary>
    public const string Invoke = "invoke";

    /// <summary>Members came or went, or the conversation changed its name.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The app was installed or removed.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A message was edited by its author.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>A message was deleted by its author.</summary>
    public const string MessageDelete = "messageDelete";

    /// <summary>A reaction was put on a message or taken off.</summary>
    public const string MessageReaction = "messageReaction";
}

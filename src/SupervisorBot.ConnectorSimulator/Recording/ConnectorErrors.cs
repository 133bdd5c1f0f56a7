namespace SupervisorBot.ConnectorSimulator.Recording;

/// <summary>The error codes that Teams' connector refuses calls with, for <see cref="ConnectorFault.Refuse"/>.</summary>
public static class ConnectorErrors
{
    /// <summary>403: an administrator has disabled the bot. Sending is to stop.</summary>
    public const string BotDisabledByAdmin = "BotDisabledByAdmin";

    /// <summary>403: the person has blocked the bot. Sending is to stop.</summary>
    public const string ConversationBlockedByUser = "ConversationBlockedByUser";

    /// <summary>403: the bot is not in the conversation (any more). Sending is to stop until it is installed again.</summary>
    public const string BotNotInConversationRoster = "BotNotInConversationRoster";

    /// <summary>403: the tenant belongs to another host of the connector.</summary>
    public const string InvalidBotApiHost = "InvalidBotApiHost";

    /// <summary>404: there is no such conversation (any more).</summary>
    public const string ConversationNotFound = "ConversationNotFound";

    /// <summary>404: there is no such message (any more).</summary>
    public const string ActivityNotFound = "ActivityNotFoundInConversation";

    /// <summary>400: a targeted message without a recipient, or an edit of one with a recipient.</summary>
    public const string BadArgument = "BadArgument";

    /// <summary>412: somebody else changed the conversation at the same moment.</summary>
    public const string PreconditionFailed = "PreconditionFailed";

    /// <summary>429: too many calls.</summary>
    public const string TooManyRequests = "TooManyRequests";
}

namespace SupervisorBot.BotFramework.Channel;

/// <summary>Why the channel did not do what was asked.</summary>
public enum ChannelFailure
{
    /// <summary>The service URL is no address that the bot may send to. Nothing was sent.</summary>
    ServiceUrlRefused,

    /// <summary>No connection. Nothing was sent; sending again later is safe.</summary>
    Unreachable,

    /// <summary>The request went out and no answer came back in time: it may or may not have had its effect.</summary>
    AnswerLost,

    /// <summary>429, even after the retries. See <see cref="ChannelException.RetryAfter"/>.</summary>
    Throttled,

    /// <summary>412, 502, 503 or 504, even after the retries.</summary>
    Unavailable,

    /// <summary>401: the bot's token is missing or not accepted.</summary>
    Unauthorized,

    /// <summary>403: the bot may not post there (blocked, removed, not installed); <see cref="ChannelException.Code"/> says which.</summary>
    Forbidden,

    /// <summary>404: the conversation or the message is gone.</summary>
    NotFound,

    /// <summary>413: the message is too big.</summary>
    TooLarge,

    /// <summary>Another refusal (other 4xx, or 501): the same request will be refused again.</summary>
    Rejected,

    /// <summary>500 and other failures of the channel, which are not retried, or an answer that cannot be read.</summary>
    Failed,
}

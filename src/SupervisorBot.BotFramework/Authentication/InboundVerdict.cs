namespace SupervisorBot.BotFramework.Authentication;

/// <summary>What an <see cref="IInboundAuthenticator"/> decided.</summary>
public enum InboundVerdict
{
    /// <summary>Not proven to come from the channel: 401. The default, so that nothing forgotten opens the endpoint.</summary>
    Unauthorized,

    /// <summary>Proven, and still not allowed: 403.</summary>
    Forbidden,

    /// <summary>Let in.</summary>
    Accepted,
}

namespace SupervisorBot.BotFramework.Authentication;

/// <summary>What an <see cref="IInboundAuthenticator"/> decided. There is no way to be let in but <see cref="Accepted"/>.</summary>
public sealed record InboundVerdict
{
    private InboundVerdict(bool isAccepted, bool isForbidden, string reason)
    {
        IsAccepted = isAccepted;
        IsForbidden = isForbidden;
        Reason = reason;
    }

    /// <summary>Let in.</summary>
    public static InboundVerdict Accepted { get; } = new(true, false, "");

    /// <summary>True for <see cref="Accepted"/>.</summary>
    public bool IsAccepted { get; }

    /// <summary>True for what is proven, and still not allowed: 403. What is neither accepted nor forbidden is answered 401.</summary>
    public bool IsForbidden { get; }

    /// <summary>Why not, in one fixed word for the log. The sender is not told.</summary>
    public string Reason { get; }

    /// <summary>Not proven to come from the channel: 401.</summary>
    /// <param name="reason">Why, in one fixed word that holds nothing of the request.</param>
    public static InboundVerdict Unauthorized(string reason) => new(false, false, reason);

    /// <summary>Proven, and still not allowed: 403.</summary>
    /// <param name="reason">Why, in one fixed word that holds nothing of the request.</param>
    public static InboundVerdict Forbidden(string reason) => new(false, true, reason);
}

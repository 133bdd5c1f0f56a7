namespace SupervisorBot.BotFramework.Channel;

/// <summary>The channel did not do what was asked. Carries no text from the channel, which may hold names and message texts.</summary>
/// <param name="kind">Why.</param>
/// <param name="status">The HTTP status, where there was an answer.</param>
/// <param name="code">The error code of the answer, like <c>ConversationBlockedByUser</c>, where it had one.</param>
/// <param name="inner">What caused it, where there was no answer.</param>
public sealed class ChannelException(ChannelFailure kind, int? status = null, string? code = null, Exception? inner = null)
    : Exception(Describe(kind, status, code), inner)
{
    /// <summary>Why.</summary>
    public ChannelFailure Kind { get; } = kind;

    /// <summary>The HTTP status, or null where there was no answer.</summary>
    public int? Status { get; } = status;

    /// <summary>The channel's error code, or null.</summary>
    public string? Code { get; } = code;

    /// <summary>How long the channel asked to wait, where it did.</summary>
    public TimeSpan? RetryAfter { get; init; }

    private static string Describe(ChannelFailure kind, int? status, string? code) =>
        (status, code) switch
        {
            (null, _) => $"The channel call failed: {kind}.",
            (_, null) => $"The channel call failed: {kind} (HTTP {status}).",
            _ => $"The channel call failed: {kind} (HTTP {status}, {code}).",
        };
}

namespace SupervisorBot.BotFramework.Channel;

/// <summary>What the connector answered to one try of a call.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; empty where there was none.</param>
/// <param name="RetryAfter">How long the connector asked to wait, where it did; not negative.</param>
public sealed record ChannelAnswer(int Status, string Body, TimeSpan? RetryAfter = null)
{
    /// <summary>Whether the call was done.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;
}

using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Channel;

/// <summary>
/// Carries a channel's calls to the connector through their tries, within the configured limits: an answer of 412, 429, 502, 503 or 504 is tried again, and a
/// call without an answer never is, since it may have had its effect. Every <see cref="IChannel"/> that speaks HTTP uses it, so that they all fail alike.
/// </summary>
public interface IChannelCalls
{
    /// <summary>The same, for callers who try again themselves: each call is tried once.</summary>
    IChannelCalls Once { get; }

    /// <summary>Waits until a call that does not come from a thread's queue may go out.</summary>
    /// <param name="conversation">The conversation; its tenant counts as well.</param>
    /// <param name="ct">Gives up.</param>
    ValueTask WaitForPermitAsync(ConversationReference conversation, CancellationToken ct);

    /// <summary>Makes a call.</summary>
    /// <param name="operation">The operation's name in logs and metrics.</param>
    /// <param name="conversation">The conversation that the call is for.</param>
    /// <param name="attempt">
    /// One try. It returns what the connector answered, good or bad, and throws where there was no answer; its token ends with the try's limit.
    /// </param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The body of the good answer; empty where it had none.</returns>
    /// <exception cref="ChannelException">The call failed, or was not answered.</exception>
    Task<string> RunAsync(string operation, ConversationReference conversation, Func<CancellationToken, Task<ChannelAnswer>> attempt, CancellationToken ct);
}

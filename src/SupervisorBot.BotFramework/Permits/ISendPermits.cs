using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Permits;

/// <summary>Keeps the bot within the channel's rates: every post, edit and retry waits here for its turn. Nothing is dropped, only delayed.</summary>
public interface ISendPermits
{
    /// <summary>Ends when one more call may go out for a conversation.</summary>
    /// <param name="conversation">The conversation; its tenant counts as well.</param>
    /// <param name="ct">Gives up. A turn that was reserved already passes unused.</param>
    ValueTask WaitAsync(ConversationReference conversation, CancellationToken ct);
}

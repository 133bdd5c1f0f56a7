namespace SupervisorBot.Chat.State;

/// <summary>Remembers which conversations were welcomed, since install events come twice and are repeated.</summary>
public interface IWelcomeStore
{
    /// <summary>Notes that a conversation is welcomed.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where it had been noted before.</returns>
    ValueTask<bool> TryAddAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Forgets a conversation, because the bot was removed from it.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask RemoveAsync(string conversationId, CancellationToken cancellationToken);
}

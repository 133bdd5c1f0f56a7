namespace SupervisorBot.Chat.State;

/// <summary>Remembers which message shows what. May forget the oldest; what is forgotten is posted anew instead of edited.</summary>
public interface ILiveMessageStore
{
    /// <summary>The message that shows something, or null.</summary>
    /// <param name="key">What is shown, such as one interception.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<LiveMessage?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Remembers a message, in the place of an earlier one with the same key.</summary>
    /// <param name="key">What is shown.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask PutAsync(string key, LiveMessage message, CancellationToken cancellationToken);

    /// <summary>Forgets a message; nothing happens where there is none.</summary>
    /// <param name="key">What is shown.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask RemoveAsync(string key, CancellationToken cancellationToken);
}

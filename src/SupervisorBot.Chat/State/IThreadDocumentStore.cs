using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.State;

/// <summary>Keeps what lasts in threads, and which alerts were told there.</summary>
public interface IThreadDocumentStore
{
    /// <summary>What lasts in a thread, or null.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="thread">The conversation's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ThreadDocument?> FindAsync(string kind, string thread, CancellationToken cancellationToken);

    /// <summary>All of a kind that somebody has to look after.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<ThreadDocument>> FindLiveAsync(string kind, CancellationToken cancellationToken);

    /// <summary>Stores it, where nobody else has stored it since it was read.</summary>
    /// <param name="document">It; its version is one more than the one read, 1 where there was none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where somebody has; nothing is stored then.</returns>
    Task<bool> PutAsync(ThreadDocument document, CancellationToken cancellationToken);

    /// <summary>Notes that something was told in a thread and stores the message that tells it, both or none.</summary>
    /// <param name="names">The names of what happened, unique within the thread: the first is noted, and where any is noted already it was told.</param>
    /// <param name="message">The message, which names the thread.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where it was told before; nothing is stored then.</returns>
    Task<bool> TellOnceAsync(IReadOnlyList<string> names, OutboxEntry message, CancellationToken cancellationToken);
}

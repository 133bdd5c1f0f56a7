namespace SupervisorBot.BotFramework.Threads;

/// <summary>
/// Holds threads back beyond this process: where several nodes send, what follows a press must not leave from another node before the press's answer.
/// A bot that is one process needs none: its threads are held by <see cref="IThreads.Hold"/>.
/// </summary>
public interface IThreadHolds
{
    /// <summary>Holds a thread back on whichever node sends into it.</summary>
    /// <param name="conversationId">The thread's conversation id.</param>
    /// <param name="limit">The hold ends by itself after this.</param>
    /// <param name="ct">Gives up waiting for it.</param>
    Task<IThreadHold> HoldAsync(string conversationId, TimeSpan limit, CancellationToken ct);
}

namespace SupervisorBot.Chat.Outbox;

/// <summary>The senders of the threads' messages: one for each thread, in the whole cluster.</summary>
internal interface IThreadSenders
{
    /// <summary>Makes a thread's sender look for messages. It neither waits for it nor fails.</summary>
    void Wake(string thread);

    /// <summary>Something came in from a conversation: whatever made its sender stop is over.</summary>
    void Resume(string thread);

    /// <summary>Ends when nothing is under way on this node, and nothing begins any more.</summary>
    Task StopAsync();
}

namespace SupervisorBot.Supervision.Outbox;

/// <summary>Is told that messages were stored, so that they leave at once. Implemented by the conversation.</summary>
public interface IOutboxWaker
{
    /// <summary>Wakes the senders of these threads. It neither waits for them nor fails: what is not woken is found later.</summary>
    /// <param name="threads">The threads.</param>
    void Wake(IEnumerable<string> threads);
}

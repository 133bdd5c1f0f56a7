namespace SupervisorBot.BotFramework.Threads;

/// <summary>
/// Marks the flow of an invoke's turn, so that a post into the invoke's own thread, which cannot leave before the answer, is not
/// awaited by the turn that has to give the answer. Once the answer is out the mark means nothing any more.
/// </summary>
internal sealed class InvokeScope(string conversationId)
{
    private static readonly AsyncLocal<InvokeScope?> s_current = new();
    private volatile bool _answered;

    /// <summary>True within the turn of an invoke of this conversation whose answer is still to come.</summary>
    public static bool Covers(string conversationId) =>
        s_current.Value is { _answered: false } scope && scope._conversationId == conversationId;

    private readonly string _conversationId = conversationId;

    /// <summary>Marks the calling flow; ends with the calling async method.</summary>
    public void Enter() => s_current.Value = this;

    /// <summary>The answer is out.</summary>
    public void Answered() => _answered = true;
}

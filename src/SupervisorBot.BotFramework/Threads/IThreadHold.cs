namespace SupervisorBot.BotFramework.Threads;

/// <summary>A thread that is held back, see <see cref="IThreads.Hold"/>.</summary>
public interface IThreadHold
{
    /// <summary>Lets the thread go on. Further calls have no effect.</summary>
    /// <param name="after">How long to wait before the next post leaves; zero for at once.</param>
    void Release(TimeSpan after);
}

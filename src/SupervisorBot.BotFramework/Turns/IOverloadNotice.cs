namespace SupervisorBot.BotFramework.Turns;

/// <summary>Tells a sender that their activity was not taken, because too much waits already. The channel is told by the HTTP status; people do not see that.</summary>
public interface IOverloadNotice
{
    /// <summary>Tells it, if the sender was not told a moment ago. It neither waits nor throws.</summary>
    /// <param name="turn">What was not taken.</param>
    void Tell(Turn turn);
}

namespace SupervisorBot.BotFramework.Channel;

/// <summary>The chance in the waits between tries.</summary>
public interface IJitter
{
    /// <summary>A number from 0 up to, but not including, 1.</summary>
    double Next();
}

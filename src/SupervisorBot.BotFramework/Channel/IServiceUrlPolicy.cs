namespace SupervisorBot.BotFramework.Channel;

/// <summary>Says which service URLs the bot may send to. Register one after <c>AddBotFramework</c> to narrow the default.</summary>
public interface IServiceUrlPolicy
{
    /// <summary>Judges one service URL before anything, a token least of all, is sent there.</summary>
    /// <param name="serviceUrl">An absolute http or https address.</param>
    bool Allows(Uri serviceUrl);
}

namespace SupervisorBot.BotBuilder;

/// <summary>Every log line of this project. No message texts, names or ids of persons.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Nothing is sent to {Host}: it is not among BotFramework:AllowedServiceHosts, or the address is not https.")]
    public static partial void ServiceHostRefused(this ILogger logger, string host);

    [LoggerMessage(2, LogLevel.Warning, "The SDK's object model rejects the card {Name} ({Error} at {Path}). It is sent all the same.")]
    public static partial void CardRejected(this ILogger logger, string name, string error, string path);
}

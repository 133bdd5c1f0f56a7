using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Channel;

namespace SupervisorBot.BotFramework;

/// <summary>Every log line of this project. No message texts, names or ids of persons.</summary>
internal static partial class Log
{
    /// <summary>An exception as far as a log may hold it: its types and where it was thrown, not its words, which may hold anything.</summary>
    public static string WithoutWords(Exception exception)
    {
        List<string> types = [];
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            types.Add(e.GetType().Name);
        }

        return $"{string.Join(" from ", types)}{Environment.NewLine}{exception.StackTrace}";
    }

    [LoggerMessage(1, LogLevel.Warning, "An activity was refused with {Status}: {Reason}.")]
    public static partial void ActivityRefused(this ILogger logger, int status, string reason);

    [LoggerMessage(2, LogLevel.Error, "The handler of a turn of type {Type} failed: {Error}")]
    public static partial void TurnFailed(this ILogger logger, string type, string error);

    [LoggerMessage(3, LogLevel.Error, "The handler of a turn of type {Type} was not ready within {Limit}; it was cancelled.")]
    public static partial void TurnTooSlow(this ILogger logger, string type, TimeSpan limit);

    [LoggerMessage(4, LogLevel.Warning, "A turn's queue is full; the activity was refused with 503.")]
    public static partial void TurnQueueFull(this ILogger logger);

    [LoggerMessage(5, LogLevel.Information, "A redelivered message was answered and not handled again.")]
    public static partial void Redelivered(this ILogger logger);

    [LoggerMessage(6, LogLevel.Error, "The handler answered a card action without a body; Teams takes no empty answer, so an error was sent.")]
    public static partial void EmptyCardAnswer(this ILogger logger);

    [LoggerMessage(7, LogLevel.Warning, "The bot stopped before every accepted {What} was done: {Count} left.")]
    public static partial void DrainCutShort(this ILogger logger, string what, int count);

    [LoggerMessage(8, LogLevel.Warning, "Too many {What} at a time; one was answered with a word that says so.")]
    public static partial void Overloaded(this ILogger logger, string what);

    [LoggerMessage(20, LogLevel.Warning, "A {Operation} in a thread failed: {Kind}, HTTP {Status}, code {Code}.")]
    public static partial void PostFailed(this ILogger logger, string operation, ChannelFailure kind, int? status, string? code);

    [LoggerMessage(21, LogLevel.Error, "A {Operation} in a thread failed unexpectedly: {Error}")]
    public static partial void PostBroke(this ILogger logger, string operation, string error);

    [LoggerMessage(22, LogLevel.Warning, "A thread was held for an invoke to its limit of {Limit}; it goes on.")]
    public static partial void HoldRanOut(this ILogger logger, TimeSpan limit);

    [LoggerMessage(24, LogLevel.Warning, "A thread could not be held on the node that sends into it: {Error}.")]
    public static partial void HoldFailed(this ILogger logger, string error);

    [LoggerMessage(23, LogLevel.Information, "The connector answered {Operation} with {Status}; try {Attempt} follows in {Delay}.")]
    public static partial void Retrying(this ILogger logger, string operation, int status, int attempt, TimeSpan delay);

    [LoggerMessage(40, LogLevel.Warning, "No MicrosoftAppId is set: the messages endpoint is open to everybody on this machine, for development only.")]
    public static partial void OpenForDevelopment(this ILogger logger);

    [LoggerMessage(41, LogLevel.Information, "The signing keys of {Host} were read: {Count}.")]
    public static partial void KeysRead(this ILogger logger, string host, int count);

    [LoggerMessage(42, LogLevel.Warning, "The signing keys of {Host} could not be read: {Error}. Those read before are used until they are too old.")]
    public static partial void KeysNotRead(this ILogger logger, string host, string error);

    [LoggerMessage(43, LogLevel.Information, "The login service gave a token for the connector; it expires at {ExpiresAt:O}.")]
    public static partial void TokenAcquired(this ILogger logger, DateTimeOffset expiresAt);

    [LoggerMessage(44, LogLevel.Error, "The login service gave no token for the connector: {Code}.")]
    public static partial void TokenNotAcquired(this ILogger logger, string code);

    [LoggerMessage(45, LogLevel.Warning, "The connector refused the bot's token; another is fetched.")]
    public static partial void TokenRefused(this ILogger logger);

    [LoggerMessage(46, LogLevel.Error, "Nothing is sent to {Host}: it is not among BotFramework:AllowedServiceHosts, or the address is not https.")]
    public static partial void ServiceHostRefused(this ILogger logger, string host);
}

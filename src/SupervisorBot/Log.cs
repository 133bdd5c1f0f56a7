namespace SupervisorBot;

/// <summary>The host's own log messages. Event ids 5000 to 5099.</summary>
internal static partial class Log
{
    [LoggerMessage(5000, LogLevel.Critical, "The stop did not end within {Limit}. The process ends now; what is stored is taken up by the next start or by another node.")]
    public static partial void StopCutShort(this ILogger logger, TimeSpan limit);

    [LoggerMessage(5010, LogLevel.Error, "A request broke off with {Error} at {Endpoint}.")]
    public static partial void RequestBroke(this ILogger logger, string error, string? endpoint);

    [LoggerMessage(5020, LogLevel.Warning, "A request for the sign-in page was refused: {Reason}.")]
    public static partial void PageRefused(this ILogger logger, string reason);

    [LoggerMessage(5022, LogLevel.Warning, "A request for a file was refused: {Reason}.")]
    public static partial void DownloadRefused(this ILogger logger, string reason);

    [LoggerMessage(5023, LogLevel.Error, "The page of a file broke off with {Kind}.")]
    public static partial void DownloadBroke(this ILogger logger, string kind);

    [LoggerMessage(5021, LogLevel.Error, "The sign-in page broke off with {Kind}.")]
    public static partial void PageBroke(this ILogger logger, string kind);
}

namespace SupervisorBot.Hosting;

/// <summary>
/// Keeps the framework from dumping the stack trace of a failed start into the log: what is to be mended is told in plain sentences instead, and a
/// defect comes out as the process's own unhandled exception.
/// </summary>
internal sealed class StartupQuiet
{
    private static readonly string[] s_categories =
        ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel", "Orleans"];

    private volatile bool _isOver;

    /// <summary>Whether the start has succeeded.</summary>
    public bool IsOver => _isOver;

    public void Begin(ILoggingBuilder logging)
    {
        foreach (var category in s_categories)
        {
            logging.AddFilter<Microsoft.Extensions.Logging.Console.ConsoleLoggerProvider>(category, level => _isOver && level >= LogLevel.Warning);
        }
    }

    public void End() => _isOver = true;
}

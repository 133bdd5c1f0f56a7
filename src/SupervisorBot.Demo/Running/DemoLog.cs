using System.Collections.Concurrent;

namespace SupervisorBot.Demo;

/// <summary>
/// Keeps the bot's latest warnings, to be shown when the demo fails: printed at once they would stand in the middle of the chat. Under
/// <c>--verbose</c> everything goes to the console as the bot itself would write it.
/// </summary>
internal sealed class DemoLog(bool verbose) : ILoggerProvider
{
    private const int Kept = 50;

    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>The latest warnings and errors, oldest first.</summary>
    public IReadOnlyCollection<string> Warnings => _lines;

    /// <summary>Sets a bot's logging up.</summary>
    public void Configure(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddProvider(this);
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Orleans", LogLevel.Error).AddFilter("System.Net.Http", LogLevel.Warning);
        if (verbose)
        {
            logging.AddSimpleConsole();
        }
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held that has to be given back; the lines are still to be read.
    }

    private void Add(string line)
    {
        _lines.Enqueue(line);
        if (_lines.Count > Kept)
        {
            _lines.TryDequeue(out _);
        }
    }

    private sealed class Logger(DemoLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                log.Add($"{logLevel} {category}: {formatter(state, exception)}{(exception is null ? "" : Environment.NewLine + exception)}");
            }
        }
    }
}

using Microsoft.Extensions.Options;

namespace SupervisorBot.Stopping;

/// <summary>
/// Ends the process when its stop takes longer than it may. The host's own time-out only asks everything to hurry; a part that does not listen, such as one
/// whose server does not answer, would keep the process for minutes, and a service manager or a rolling restart waiting.
/// </summary>
internal sealed class StopWatchdog : IDisposable
{
    /// <summary>How long after <see cref="ShutdownOptions.Limit"/>.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>The exit code of a process that had to be ended.</summary>
    public const int ExitCode = 3;

    private readonly CancellationTokenRegistration _stopping;
    private readonly TimeSpan _limit;
    private readonly TimeProvider _time;
    private readonly Action _end;
    private ITimer? _timer;

    /// <param name="services">The bot's services.</param>
    /// <param name="end">Ends the process; the real thing by default.</param>
    public StopWatchdog(IServiceProvider services, Action? end = null)
    {
        _limit = services.GetRequiredService<IOptions<ShutdownOptions>>().Value.Limit + Grace;
        _time = services.GetRequiredService<TimeProvider>();
        var log = services.GetRequiredService<ILogger<StopWatchdog>>();
        _end = () =>
        {
            log.StopCutShort(_limit);
            (end ?? EndProcess)();
        };
        _stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(
            () => _timer = _time.CreateTimer(_ => _end(), null, _limit, Timeout.InfiniteTimeSpan));
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _timer?.Dispose();
    }

    // An orderly exit could hang as well, in whatever runs at a process's exit.
    private static void EndProcess()
    {
        Thread exit = new(() => Environment.Exit(ExitCode)) { IsBackground = true };
        exit.Start();
        exit.Join(TimeSpan.FromMilliseconds(500));
        System.Diagnostics.Process.GetCurrentProcess().Kill();
    }
}

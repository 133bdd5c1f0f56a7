using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SupervisorBot.Stopping;

namespace SupervisorBot.Tests.Stopping;

/// <summary>A stop that hangs is ended; one that ends by itself, or has not begun, is left alone.</summary>
public sealed class StopWatchdogTests : IDisposable
{
    private static readonly TimeSpan s_all = new ShutdownOptions().Limit + StopWatchdog.Grace;

    private readonly FakeTimeProvider _time = new();
    private readonly Lifetime _lifetime = new();
    private int _ends;

    [Fact]
    public void A_stop_that_takes_too_long_is_ended()
    {
        using var watchdog = new StopWatchdog(Services(), () => _ends++);
        _lifetime.StopApplication();

        _time.Advance(s_all - TimeSpan.FromTicks(1));
        Assert.Equal(0, _ends);
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, _ends);
        Assert.True(s_all < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_running_bot_is_never_ended()
    {
        using var watchdog = new StopWatchdog(Services(), () => _ends++);

        _time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, _ends);
    }

    [Fact]
    public void A_stop_that_has_ended_is_left_alone()
    {
        using (new StopWatchdog(Services(), () => _ends++))
        {
            _lifetime.StopApplication();
        }

        _time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, _ends);
    }

    public void Dispose() => _lifetime.Dispose();

    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders());
        services.AddOptions<ShutdownOptions>();
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton<IHostApplicationLifetime>(_lifetime);
        return services.BuildServiceProvider();
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }
}

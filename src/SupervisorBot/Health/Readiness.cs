using Microsoft.Extensions.Options;
using SupervisorBot.Stopping;

namespace SupervisorBot.Health;

/// <summary>
/// Whether the bot is between its start and its stop. It turns to "no" as the first thing of a stop, for <see cref="ShutdownOptions.Notice"/> before
/// turns are refused and while those that were accepted before are worked off, so that nobody sends it new ones.
/// </summary>
internal sealed class Readiness(IOptions<ShutdownOptions> options, TimeProvider time) : IHostedLifecycleService
{
    private volatile bool _isUp;

    public bool IsUp => _isUp;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _isUp = true;
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isUp = false;
        await Task.Delay(options.Value.Notice, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

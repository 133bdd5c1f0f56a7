namespace SupervisorBot.Health;

/// <summary>
/// Whether the bot is between its start and its stop. It turns to "no" as the first thing of a stop, while commands that were accepted before are
/// still worked off, so that nobody sends it new ones.
/// </summary>
internal sealed class Readiness : IHostedLifecycleService
{
    private volatile bool _isUp;

    public bool IsUp => _isUp;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _isUp = true;
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isUp = false;
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

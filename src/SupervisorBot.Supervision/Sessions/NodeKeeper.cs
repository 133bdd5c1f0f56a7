using Microsoft.Extensions.Hosting;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>
/// Does something on every node again and again, at an interval, from the moment at which everything of the host has started until it begins to stop: a
/// stopping node takes nothing over any more.
/// </summary>
/// <param name="time">The clock.</param>
public abstract class NodeKeeper(TimeProvider time) : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _loop = Task.CompletedTask;

    /// <summary>How often; asked when the keeping begins.</summary>
    protected abstract TimeSpan Interval { get; }

    /// <summary>The clock.</summary>
    protected TimeProvider Time { get; } = time;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _loop = Task.Run(LoopAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _loop;
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Does it once. What goes wrong is its own to tell: it must not end the keeping.</summary>
    /// <param name="stopping">Ends it when the node begins to stop.</param>
    protected abstract Task KeepAsync(CancellationToken stopping);

    private async Task LoopAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(Interval, Time);
            do
            {
                await KeepAsync(_stopping.Token);
            }
            while (await timer.WaitForNextTickAsync(_stopping.Token));
        }
        catch (OperationCanceledException)
        {
            // The bot stops.
        }
    }
}

using Microsoft.Extensions.Hosting;

namespace SupervisorBot.Storage.Startup;

/// <summary>
/// Works in the background once everything of the host has started, never before: where a start fails, the services are gone at once, and what works
/// then could only complain of that.
/// </summary>
internal abstract class StartedService : BackgroundService, IHostedLifecycleService
{
    /// <inheritdoc/>
    public virtual Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public sealed override Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => base.StartAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public virtual Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

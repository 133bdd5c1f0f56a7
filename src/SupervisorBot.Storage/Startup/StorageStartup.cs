using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SupervisorBot.Storage.Keys;

namespace SupervisorBot.Storage.Startup;

/// <summary>
/// Makes the database ready before anything else of the host starts. It reads no settings before that, so that a wrong one is told together with
/// all the others.
/// </summary>
internal sealed class StorageStartup(IServiceProvider services) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) =>
        services.GetRequiredService<IDatabaseSetup>().PrepareAsync(services.GetRequiredService<KeyRing>().Prepare, cancellationToken);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

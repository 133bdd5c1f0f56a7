using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>
/// Wakes, once the bot has started, the sessions whose interceptions were not decided when it ended: each decides and tells them as far as they are
/// known, without waiting for its inspector to type something.
/// </summary>
internal sealed class OpenInterceptions(
    IInterceptionJournal journal, InspectorDirectory directory, IGrainFactory grains, ILogger<OpenInterceptions> logger) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var agentId in (await journal.FindOpenAsync(cancellationToken)).Where(directory.IsInspector))
            {
                await grains.GetGrain<IInspectorSession>(agentId).GetViewAsync().WaitAsync(cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The sessions are woken by their inspectors then.
            Log.OpenInterceptionsNotRead(logger, exception);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

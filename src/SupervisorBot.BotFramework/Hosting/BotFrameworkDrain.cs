using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Endpoint;
using SupervisorBot.BotFramework.Threads;
using SupervisorBot.BotFramework.Turns;

namespace SupervisorBot.BotFramework.Hosting;

/// <summary>
/// A stopping bot takes no more activities (503), finishes the turns that it accepted and sends what they posted, each within a limit.
/// That happens before any hosted service is stopped, in whatever order they were registered, so that the turns still find all they need.
/// Posts that come while those stop, and what they still have under way, are sent before the threads close at the very end.
/// </summary>
internal sealed class BotFrameworkDrain(EndpointGate gate, TurnQueues turns, ThreadQueues threads, IOptions<BotFrameworkEdgeOptions> options) : IHostedLifecycleService
{
    private readonly TimeSpan _limit = options.Value.DrainLimit;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        gate.Shut();
        await turns.DrainAsync(_limit, cancellationToken);
        await threads.DrainAsync(_limit, cancellationToken);
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await threads.DrainAsync(_limit, cancellationToken);
        await threads.CloseAsync();
    }

    public Task StopAsync(CancellationToken cancellationToken) => threads.DrainAsync(_limit, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

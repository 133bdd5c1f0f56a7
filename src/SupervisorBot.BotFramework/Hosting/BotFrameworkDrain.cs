using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Threads;
using SupervisorBot.BotFramework.Turns;

namespace SupervisorBot.BotFramework.Hosting;

/// <summary>A stopping bot first finishes the turns that it accepted, then sends what they posted, each within a limit.</summary>
internal sealed class BotFrameworkDrain(TurnQueues turns, ThreadQueues threads, IOptions<BotFrameworkEdgeOptions> options) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await turns.DrainAsync(options.Value.DrainLimit, cancellationToken);
        await threads.DrainAsync(options.Value.DrainLimit, cancellationToken);
    }
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.Outbox;

/// <summary>
/// Wakes the senders of threads: at once when a message was stored here, and every few seconds for what nobody was woken for, which is what an earlier run
/// or another node left behind, and what was to be tried again.
/// </summary>
internal sealed class OutboxWaker(
    IThreadSenders senders, IOutboxStore store, IOptions<OutboxOptions> options, TimeProvider time, IJitter jitter, ILogger<OutboxWaker> logger)
    : IHostedLifecycleService, IOutboxWaker, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _scanning = Task.CompletedTask;

    /// <inheritdoc/>
    public void Wake(IEnumerable<string> threads)
    {
        foreach (var thread in threads)
        {
            try
            {
                senders.Wake(thread);
            }
#pragma warning disable CA1031 // Whatever keeps a sender from being woken, the next look finds its messages.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Log.OutboxFailed(logger, exception.GetType().Name);
            }
        }
    }

    /// <summary>Everything else has started, so a message can be sent.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _scanning = Task.Run(ScanAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>Lets what is under way finish. What comes after that is stored, and sent by the next run or another node.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _scanning;
        await senders.StopAsync();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    private async Task ScanAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                Wake(await store.FindDueAsync(time.GetUtcNow(), options.Value.ScanLimit, _stopping.Token));
                // By chance a little earlier or later, so that the nodes do not all look at the same moment.
                await Task.Delay(options.Value.ScanInterval * (0.9 + (0.2 * jitter.Next())), time, _stopping.Token);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A store that is away for a moment must not end the looking.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Log.OutboxFailed(logger, exception.GetType().Name);
                await Task.Delay(options.Value.ScanInterval, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}

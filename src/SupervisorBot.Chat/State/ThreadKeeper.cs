using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.Chat.Boards;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Watches;

namespace SupervisorBot.Chat.State;

/// <summary>
/// Looks, on every node and again and again, for what lasts in threads and has to be looked after, and sees to it that somebody does: after a start of the
/// bot, and after a node's death.
/// </summary>
internal sealed class ThreadKeeper(
    IThreadDocumentStore store, IBoards boards, IWatches watches, WatchNotices notices, IOptions<BoardOptions> options, TimeProvider time, ILogger<ThreadKeeper> logger)
    : IHostedLifecycleService, IDisposable
{
    private const int WokenAtOnce = 16;

    private readonly CancellationTokenSource _stopping = new();
    private Task _loop = Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _loop = Task.Run(LoopAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>A stopping node takes nothing over any more.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _loop;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    private async Task LoopAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(options.Value.KeeperInterval, time);
            do
            {
                await LookAsync();
            }
            while (await timer.WaitForNextTickAsync(_stopping.Token));
        }
        catch (OperationCanceledException)
        {
            // The bot stops.
        }
    }

    private async Task LookAsync()
    {
        try
        {
            await WakeAsync(await store.FindLiveAsync(LiveBoard.Kind, _stopping.Token), boards.WakeAsync);
            var watched = await store.FindLiveAsync(LiveWatch.Kind, _stopping.Token);
            notices.Know(watched);
            await WakeAsync(watched, watches.WakeAsync);
        }
#pragma warning disable CA1031 // A store that is away for a moment must not end the looking.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.KeeperFailed(logger, exception.GetType().Name);
        }
    }

    private Task WakeAsync(IReadOnlyList<ThreadDocument> documents, Func<string, Task> wake) => Parallel.ForEachAsync(
        documents,
        new ParallelOptions { MaxDegreeOfParallelism = WokenAtOnce, CancellationToken = _stopping.Token },
        async (document, token) =>
        {
            try
            {
                await wake(document.Thread).WaitAsync(token);
            }
#pragma warning disable CA1031 // One that cannot be woken must not keep the others asleep; it is tried again.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Log.KeeperFailed(logger, exception.GetType().Name);
            }
        });
}

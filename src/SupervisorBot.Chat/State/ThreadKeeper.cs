using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.Chat.Boards;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Watches;
using SupervisorBot.Supervision.Sessions;

namespace SupervisorBot.Chat.State;

/// <summary>
/// Looks, on every node and again and again, for what lasts in threads and has to be looked after, and sees to it that somebody does: after a start of the
/// bot, and after a node's death.
/// </summary>
internal sealed class ThreadKeeper(
    IThreadDocumentStore store, IBoards boards, IWatches watches, WatchNotices notices, IOptions<BoardOptions> options, TimeProvider time, ILogger<ThreadKeeper> logger)
    : NodeKeeper(time)
{
    private const int WokenAtOnce = 16;

    /// <inheritdoc/>
    protected override TimeSpan Interval => options.Value.KeeperInterval;

    /// <inheritdoc/>
    protected override async Task KeepAsync(CancellationToken stopping)
    {
        try
        {
            await WakeAsync(await store.FindLiveAsync(LiveBoard.Kind, stopping), boards.WakeAsync, stopping);
            var watched = await store.FindLiveAsync(LiveWatch.Kind, stopping);
            notices.Know(watched);
            await WakeAsync(watched, watches.WakeAsync, stopping);
        }
#pragma warning disable CA1031 // A store that is away for a moment must not end the looking.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.KeeperFailed(logger, exception.GetType().Name);
        }
    }

    private Task WakeAsync(IReadOnlyList<ThreadDocument> documents, Func<string, Task> wake, CancellationToken stopping) => Parallel.ForEachAsync(
        documents,
        new ParallelOptions { MaxDegreeOfParallelism = WokenAtOnce, CancellationToken = stopping },
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

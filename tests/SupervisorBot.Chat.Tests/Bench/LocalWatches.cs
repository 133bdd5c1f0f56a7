using System.Collections.Concurrent;
using SupervisorBot.Chat.Watches;

namespace SupervisorBot.Chat.Tests.Bench;

/// <summary>Watches without grains and without a clock of their own: the test lets them tick.</summary>
internal sealed class LocalWatches(WatchServices services) : IWatches
{
    private readonly ConcurrentDictionary<string, LiveWatch> _watches = new();

    public async Task<LiveWatch> OfAsync(string thread)
    {
        if (_watches.TryGetValue(thread, out var known))
        {
            return known;
        }

        var watch = _watches[thread] = new LiveWatch(thread, services);
        await watch.LoadAsync(CancellationToken.None);
        return watch;
    }

    /// <summary>All that is only in memory is gone.</summary>
    public void Forget() => _watches.Clear();

    public async Task<WatchAnswer> ChangeAsync(string thread, WatchChange change) => await (await OfAsync(thread)).ChangeAsync(change, CancellationToken.None);

    public async Task NoticeAsync(string thread, int ownerAgentId, int workNo, bool signedIn) =>
        await (await OfAsync(thread)).NoticeAsync(ownerAgentId, workNo, signedIn, CancellationToken.None);

    public async Task WakeAsync(string thread) => await OfAsync(thread);
}

namespace SupervisorBot.Chat.Watches;

/// <summary>A grain for each chat's watch.</summary>
internal sealed class GrainWatches(IGrainFactory grains) : IWatches
{
    public Task<WatchAnswer> ChangeAsync(string thread, WatchChange change) => grains.GetGrain<IWatch>(thread).ChangeAsync(change);

    public Task NoticeAsync(string thread, int ownerAgentId, int workNo, bool signedIn) =>
        grains.GetGrain<IWatch>(thread).NoticeAsync(ownerAgentId, workNo, signedIn);

    public Task WakeAsync(string thread) => grains.GetGrain<IWatch>(thread).WakeAsync();
}

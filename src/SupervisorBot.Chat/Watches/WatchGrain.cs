using Orleans.Placement;

namespace SupervisorBot.Chat.Watches;

/// <summary>Looks after one chat's rules as long as there are any.</summary>
[PreferLocalPlacement]
internal sealed class WatchGrain(WatchServices services) : Grain, IWatch
{
    private LiveWatch? _watch;
    private IGrainTimer? _timer;

    private LiveWatch Watch => _watch ?? throw new InvalidOperationException("The watch is not activated.");

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _watch = new LiveWatch(this.GetPrimaryKeyString(), services);
        await _watch.LoadAsync(cancellationToken);
        KeepTime();
    }

    /// <inheritdoc/>
    public Task WakeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<WatchAnswer> ChangeAsync(WatchChange change)
    {
        var answer = await Watch.ChangeAsync(change, CancellationToken.None);
        KeepTime();
        return answer;
    }

    /// <inheritdoc/>
    public Task NoticeAsync(int ownerAgentId, int workNo, bool signedIn) => Watch.NoticeAsync(ownerAgentId, workNo, signedIn, CancellationToken.None);

    /// <summary>Where there are rules it ticks, and its grain stays.</summary>
    private void KeepTime()
    {
        if (Watch.IsLive)
        {
            _timer ??= this.RegisterGrainTimer(Watch.TickAsync, new GrainTimerCreationOptions(TimeSpan.Zero, services.Options.Interval) { KeepAlive = true });
        }
        else
        {
            _timer?.Dispose();
            _timer = null;
        }
    }
}

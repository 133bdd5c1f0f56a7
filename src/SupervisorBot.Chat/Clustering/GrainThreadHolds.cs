using SupervisorBot.BotFramework.Threads;

namespace SupervisorBot.Chat.Clustering;

/// <summary>Holds a thread's sender back, on whichever node it is.</summary>
internal sealed class GrainThreadHolds(IGrainFactory grains) : IThreadHolds
{
    public async Task<IThreadHold> HoldAsync(string conversationId, TimeSpan limit, CancellationToken ct)
    {
        var hold = new GrainHold(grains.GetGrain<IThreadOutbox>(conversationId), Guid.NewGuid().ToString("N"));
        await hold.BeginAsync(limit).WaitAsync(ct);
        return hold;
    }

    private sealed class GrainHold(IThreadOutbox thread, string id) : IThreadHold
    {
        private int _isReleased;

        public Task BeginAsync(TimeSpan limit) => thread.HoldAsync(id, limit);

        public void Release(TimeSpan after)
        {
            if (Interlocked.Exchange(ref _isReleased, 1) == 0)
            {
                thread.ReleaseAsync(id, after).Ignore();
            }
        }
    }
}

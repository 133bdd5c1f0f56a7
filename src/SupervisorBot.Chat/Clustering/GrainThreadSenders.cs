using SupervisorBot.Chat.Outbox;

namespace SupervisorBot.Chat.Clustering;

/// <summary>The senders of several nodes: a grain for each thread. They end with their silo.</summary>
internal sealed class GrainThreadSenders(IGrainFactory grains) : IThreadSenders
{
    // One-way calls: nobody waits, and what is lost is found by the next look for due messages.
    public void Wake(string thread) => grains.GetGrain<IThreadOutbox>(thread).WakeAsync().Ignore();

    public void Resume(string thread) => grains.GetGrain<IThreadOutbox>(thread).ResumeAsync().Ignore();

    public Task StopAsync() => Task.CompletedTask;
}

using Orleans.Concurrency;

namespace SupervisorBot.Chat.Clustering;

/// <summary>The one sender of a thread's messages in the whole cluster; its key is the thread.</summary>
internal interface IThreadOutbox : IGrainWithStringKey
{
    /// <summary>Makes it look for messages.</summary>
    [OneWay]
    Task WakeAsync();

    /// <summary>Something came in from the thread: it may send there again.</summary>
    [OneWay]
    Task ResumeAsync();

    /// <summary>Nothing leaves from here on, until the hold is released or its time is over.</summary>
    [AlwaysInterleave]
    Task HoldAsync(string hold, TimeSpan limit);

    /// <summary>Ends a hold after a while.</summary>
    [OneWay]
    Task ReleaseAsync(string hold, TimeSpan after);
}

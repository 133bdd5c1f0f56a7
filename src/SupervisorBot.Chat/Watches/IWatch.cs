namespace SupervisorBot.Chat.Watches;

/// <summary>The watch of a chat, looked after by one node of the cluster; the grain's key is the thread.</summary>
internal interface IWatch : IGrainWithStringKey
{
    /// <summary>Changes it.</summary>
    Task<WatchAnswer> ChangeAsync(WatchChange change);

    /// <summary>The gateway told one of its owners of a sign-in or sign-out.</summary>
    Task NoticeAsync(int ownerAgentId, int workNo, bool signedIn);

    /// <summary>Brings it to life where it is not, and does nothing else.</summary>
    Task WakeAsync();
}

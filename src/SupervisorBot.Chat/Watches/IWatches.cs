namespace SupervisorBot.Chat.Watches;

/// <summary>The watches of all chats.</summary>
internal interface IWatches
{
    /// <summary>Changes a chat's watch.</summary>
    Task<WatchAnswer> ChangeAsync(string thread, WatchChange change);

    /// <summary>Tells a chat's watch that the gateway told one of its owners of a sign-in or sign-out.</summary>
    Task NoticeAsync(string thread, int ownerAgentId, int workNo, bool signedIn);

    /// <summary>Brings a chat's watch to life where it is not.</summary>
    Task WakeAsync(string thread);
}

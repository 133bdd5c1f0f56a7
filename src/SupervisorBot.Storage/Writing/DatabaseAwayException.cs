using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Writing;

/// <summary>The database cannot be reached, or was lost before a change was committed: nothing was changed.</summary>
public sealed class DatabaseAwayException(Exception? inner = null) : StoreUnavailableException("The database cannot be reached.", inner);

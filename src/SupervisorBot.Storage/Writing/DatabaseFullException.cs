using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Writing;

/// <summary>The database has no room left: nothing was changed.</summary>
public sealed class DatabaseFullException(Exception? inner = null) : StoreUnavailableException("The database has no room left.", inner);

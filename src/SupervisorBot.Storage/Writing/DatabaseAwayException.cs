using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Writing;

/// <summary>The database cannot be reached. A change whose answer was lost may have been stored.</summary>
public sealed class DatabaseAwayException(Exception? inner = null) : StoreUnavailableException("The database cannot be reached.", inner);

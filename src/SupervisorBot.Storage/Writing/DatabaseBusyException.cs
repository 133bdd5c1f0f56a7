using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Writing;

/// <summary>Other changes, of this process or of another, kept this one waiting for longer than <see cref="DatabaseOptions.BusyTimeout"/>: nothing was changed.</summary>
public sealed class DatabaseBusyException(Exception? inner = null) : StoreUnavailableException("The database was busy for too long.", inner);

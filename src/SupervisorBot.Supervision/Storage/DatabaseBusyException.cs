namespace SupervisorBot.Supervision.Storage;

/// <summary>Other changes, of this process or of another, held the database for longer than <see cref="DatabaseOptions.BusyTimeout"/>: nothing was changed.</summary>
internal sealed class DatabaseBusyException(Exception? inner = null) : Exception("The database was busy for too long.", inner);

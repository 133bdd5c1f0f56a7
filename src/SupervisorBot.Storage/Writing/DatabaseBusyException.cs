using Npgsql;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Writing;

/// <summary>Other changes, of this process or of another, kept this one waiting for longer than <see cref="DatabaseOptions.BusyTimeout"/>.</summary>
public sealed class DatabaseBusyException(Exception? inner = null) : StoreUnavailableException("The database was busy for too long.", inner)
{
    /// <inheritdoc/>
    /// <remarks>What waited for its turn, or was refused, has changed nothing; a command whose answer did not come in time may have.</remarks>
    public override bool MayBeStored => InnerException is TimeoutException or (NpgsqlException and not PostgresException);
}

using SupervisorBot.Storage.Retention;

namespace SupervisorBot.Storage.Postgres;

/// <summary>Leaves it to the server, whose autovacuum does it.</summary>
internal sealed class PostgresCleaner : IDatabaseCleaner
{
    public Task CleanAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

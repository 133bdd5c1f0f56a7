using Microsoft.EntityFrameworkCore;
using SupervisorBot.Storage.Schema;

namespace SupervisorBot.Storage.Writing;

/// <summary>Reads what is stored, over a connection of its own each time, and tells failures as callers know them.</summary>
internal sealed class DatabaseReader(IDbContextFactory<SupervisorDbContext> contexts, IBatchConnector connector)
{
    /// <summary>Reads; a second time where the server had hung up on the connection that was used.</summary>
    /// <exception cref="Supervision.Sessions.Stored.StoreUnavailableException">It cannot be read at present.</exception>
    public async Task<T> ReadAsync<T>(Func<SupervisorDbContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await ReadOnceAsync(read, cancellationToken);
        }
        catch (DatabaseAwayException)
        {
            connector.ForgetIdle();
            return await ReadOnceAsync(read, cancellationToken);
        }
    }

    private async Task<T> ReadOnceAsync<T>(Func<SupervisorDbContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            return await read(context, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && Faults.Translate(exception) is { } unavailable)
        {
            throw unavailable;
        }
    }
}

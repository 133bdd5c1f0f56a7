using Microsoft.EntityFrameworkCore;
using SupervisorBot.Storage.Schema;

namespace SupervisorBot.Storage.Writing;

/// <summary>Reads what is stored, over a connection of its own each time, and tells failures as callers know them.</summary>
internal sealed class DatabaseReader(IDbContextFactory<SupervisorDbContext> contexts)
{
    /// <summary>Reads.</summary>
    /// <exception cref="Supervision.Sessions.Stored.StoreUnavailableException">It cannot be read at present.</exception>
    public async Task<T> ReadAsync<T>(Func<SupervisorDbContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
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

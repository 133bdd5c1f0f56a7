using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace SupervisorBot.Supervision.Storage;

/// <summary>
/// Lets this process's changes through one at a time. SQLite has one writer; who waits here is let in at once and in order, while who waits at the
/// file polls for it.
/// </summary>
internal sealed class DatabaseWriter(IDbContextFactory<SupervisorDbContext> contexts, IOptions<DatabaseOptions> options) : IDisposable
{
    /// <summary>SQLITE_BUSY.</summary>
    private const int Busy = 5;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private WriteSession? _session;

    /// <summary>Makes a change.</summary>
    /// <param name="change">Makes the change and returns what came of it.</param>
    /// <param name="cancellationToken">Gives up waiting; a change that has begun is carried through.</param>
    /// <exception cref="DatabaseBusyException">The changes before it, or another process, held the database for too long.</exception>
    /// <exception cref="SqliteException">The change failed.</exception>
    public async Task<T> WriteAsync<T>(Func<WriteSession, Task<T>> change, CancellationToken cancellationToken)
    {
        if (!await _turn.WaitAsync(options.Value.BusyTimeout, cancellationToken))
        {
            throw new DatabaseBusyException();
        }

        try
        {
            _session ??= WriteSession.Open(contexts);
            return await change(_session);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == Busy)
        {
            throw new DatabaseBusyException(exception);
        }
        catch
        {
            // Whatever broke, the next change begins with a connection of its own.
            Close();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        using (var context = contexts.CreateDbContext())
        {
            // The last connection to close carries the log over into the file and removes it.
            SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
        }

        _turn.Dispose();
    }

    private void Close() => Interlocked.Exchange(ref _session, null)?.Dispose();
}

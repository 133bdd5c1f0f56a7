using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SupervisorBot.Storage.Schema;
using SupervisorBot.Storage.Startup;

namespace SupervisorBot.Storage.Sqlite;

/// <summary>Creates the database file and brings its schema up to date.</summary>
internal sealed class SqliteSetup(IDbContextFactory<SupervisorDbContext> contexts, DatabaseFile file, DatabaseLock hold, ILogger<SqliteSetup> logger) : IDatabaseSetup
{
    /// <summary>
    /// Applies the migrations that are missing, all of them in one transaction that takes SQLite's write lock first: a process that is killed leaves neither
    /// half a schema nor a lock, for the lock is the file's, and the kernel takes it back. (EF's own Migrate would leave a row in its lock table, at which
    /// every later start waits without end.)
    /// </summary>
    public async Task PrepareAsync(Action makeKeys, CancellationToken cancellationToken)
    {
        if (!hold.TryTake())
        {
            throw Unusable($"another bot uses already ('{file.Path}.lock' is held): stop it, or name another file. Several bots need Database:Provider=Postgres");
        }

        try
        {
            await MigrateAsync(cancellationToken);
            makeKeys();
        }
        catch (DatabaseTooNewException)
        {
            throw Unusable("was written by a later version of the bot: run that version, or name another file");
        }
        catch (SqliteException exception)
        {
            throw Unusable($"cannot be used as a database (SQLite error {exception.SqliteErrorCode}): mend it, or name another file");
        }
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        file.CreateIfMissing();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // Kept by the file: a log beside it takes the changes, so that readers and the writer do not hold each other up.
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        if (await MissingMigrations.ApplyAsync(context, cancellationToken) is { } last)
        {
            await transaction.CommitAsync(cancellationToken);
            Log.DatabaseMigrated(logger, file.Path, last);
        }

        await transaction.DisposeAsync();
        // The file is this process's alone: whoever had the right to send before is gone, and nobody has to wait for its end.
        await context.Database.ExecuteSqlRawAsync("DELETE FROM outbox_leases", cancellationToken);
    }

    private Microsoft.Extensions.Options.OptionsValidationException Unusable(string sentence) => StartFailure.Of($"names '{file.Path}', which {sentence}.");
}

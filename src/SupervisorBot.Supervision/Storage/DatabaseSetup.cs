using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace SupervisorBot.Supervision.Storage;

/// <summary>Creates the database file and brings its schema up to date.</summary>
internal sealed class DatabaseSetup(IDbContextFactory<SupervisorDbContext> contexts, DatabaseFile file, ILogger<DatabaseSetup> logger)
{
    /// <summary>
    /// Applies the migrations that are missing, all of them in one transaction that takes SQLite's write lock first. Two processes that start at once
    /// come one after the other, and a process that is killed leaves neither half a schema nor a lock: the lock is the file's, and the kernel takes it
    /// back. (EF's own Migrate would leave a row in its lock table, at which every later start waits without end.)
    /// </summary>
    /// <exception cref="DatabaseTooNewException">The file was written by a later version of the bot.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        file.CreateIfMissing();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // Kept by the file: a log beside it takes the changes, so that readers and the writer do not hold each other up.
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        if (await MigrateAsync(context, cancellationToken) is { } last)
        {
            await transaction.CommitAsync(cancellationToken);
            Log.DatabaseMigrated(logger, file.Path, last);
        }
    }

    private static async Task<string?> MigrateAsync(SupervisorDbContext context, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Except(known).Any())
        {
            throw new DatabaseTooNewException();
        }

        if (applied.Count == known.Count)
        {
            return null;
        }

        var script = context.GetService<IMigrator>().GenerateScript(applied.LastOrDefault(), options: MigrationsSqlGenerationOptions.NoTransactions);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = script;
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        await command.ExecuteNonQueryAsync(cancellationToken);
        return known[^1];
    }
}

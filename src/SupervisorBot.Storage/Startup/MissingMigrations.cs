using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using SupervisorBot.Storage.Schema;

namespace SupervisorBot.Storage.Startup;

/// <summary>Applies the migrations that a database lacks, within the transaction of the caller, who keeps others out of it.</summary>
internal static class MissingMigrations
{
    /// <returns>The last one; null where none was missing.</returns>
    /// <exception cref="DatabaseTooNewException">The database was written by a later version of the bot.</exception>
    public static async Task<string?> ApplyAsync(SupervisorDbContext context, CancellationToken cancellationToken)
    {
        // Asking a table that is not there would end a transaction on PostgreSQL.
        await context.Database.ExecuteSqlRawAsync(context.GetService<IHistoryRepository>().GetCreateIfNotExistsScript(), cancellationToken);
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

        await using var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The program's own migrations.
        command.CommandText = context.GetService<IMigrator>().GenerateScript(applied.LastOrDefault(), options: MigrationsSqlGenerationOptions.NoTransactions);
#pragma warning restore CA2100
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        await command.ExecuteNonQueryAsync(cancellationToken);
        return known[^1];
    }
}

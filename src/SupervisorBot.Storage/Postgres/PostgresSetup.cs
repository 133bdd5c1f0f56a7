using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using SupervisorBot.Storage.Schema;
using SupervisorBot.Storage.Startup;
using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Postgres;

/// <summary>Brings the schema of a database on a server up to date.</summary>
internal sealed class PostgresSetup(
    IDbContextFactory<SupervisorDbContext> contexts, DatabaseServer server, IOptions<DatabaseOptions> options, ILogger<PostgresSetup> logger) : IDatabaseSetup
{
    /// <summary>The bot's own number for "the schema is being changed".</summary>
    internal const long SchemaLock = 0x5375706572766973;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Applies the migrations that are missing, all of them in one transaction under a lock of that transaction. Nodes that start at once come one after the
    /// other, and one that is killed leaves neither half a schema nor a lock: the server rolls back what lost its connection.
    /// </summary>
    public async Task PrepareAsync(Action makeKeys, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Value.StartTimeout);
        Exception? last = null;
        try
        {
            while (true)
            {
                try
                {
                    await MigrateAsync(limit.Token);
                    await MakeKeysAsync(makeKeys, limit.Token);
                    return;
                }
                catch (Exception exception) when (exception is not OperationCanceledException && Faults.Translate(exception) is not null)
                {
                    last = exception;
                    Log.WaitingForServer(logger, exception);
                    await Task.Delay(Pause, limit.Token);
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw StartFailure.Of($"names {server.Name}, which could not be used within Database:StartTimeout ({Reason(last)}): start the server, or name another.");
        }
        catch (DatabaseTooNewException)
        {
            throw StartFailure.Of($"names {server.Name}, which was written by a later version of the bot: run that version, or name another database.");
        }
        catch (PostgresException exception)
        {
            throw StartFailure.Of($"names {server.Name}, which refuses the bot: {Sentence(exception)}.");
        }
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Database.SetCommandTimeout(options.Value.StartTimeout);
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({SchemaLock})", cancellationToken);
        if (await MissingMigrations.ApplyAsync(context, cancellationToken) is { } migration)
        {
            await transaction.CommitAsync(cancellationToken);
            Log.DatabaseMigrated(logger, server.Name, migration);
        }
    }

    private async Task MakeKeysAsync(Action makeKeys, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Database.SetCommandTimeout(options.Value.StartTimeout);
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({SchemaLock})", cancellationToken);
        makeKeys();
    }

    private static string Reason(Exception? exception) => exception switch
    {
        PostgresException refused => Sentence(refused),
        null => "another node holds it",
        _ => "it cannot be reached",
    };

    private static string Sentence(PostgresException exception) => exception.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "its user name or password is wrong, or its rules do not let the bot in",
        PostgresErrorCodes.InvalidCatalogName => "there is no such database; create it",
        PostgresErrorCodes.InsufficientPrivilege => "its user may not create tables",
        _ => $"error {exception.SqlState}",
    };
}

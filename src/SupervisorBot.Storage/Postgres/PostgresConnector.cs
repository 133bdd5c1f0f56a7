using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using SupervisorBot.Storage.Schema;
using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Postgres;

/// <summary>Opens the connections to write over.</summary>
internal sealed class PostgresConnector(IDbContextFactory<SupervisorDbContext> contexts, IOptions<DatabaseOptions> options) : IBatchConnector
{
    public int Connections => options.Value.Writers;

    /// <summary>The server keeps a lock for each thread, session and request in a batch, in a table of limited size.</summary>
    public int LargestBatch => 100;

    public bool BlocksThread => false;

    public async Task<BatchConnection> OpenAsync() => await PostgresBatchConnection.OpenAsync(contexts);

    public void Close() => ForgetIdle();

    public void ForgetIdle()
    {
        using var context = contexts.CreateDbContext();
        NpgsqlConnection.ClearPool((NpgsqlConnection)context.Database.GetDbConnection());
    }
}

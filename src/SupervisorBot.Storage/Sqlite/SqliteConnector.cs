using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SupervisorBot.Storage.Schema;
using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Sqlite;

/// <summary>Opens the connection to write over.</summary>
internal sealed class SqliteConnector(IDbContextFactory<SupervisorDbContext> contexts) : IBatchConnector
{
    public int Connections => 1;

    public int LargestBatch => 500;

    public bool BlocksThread => true;

    public Task<BatchConnection> OpenAsync() => Task.FromResult<BatchConnection>(SqliteBatchConnection.Open(contexts));

    public void ForgetIdle()
    {
        // No server can hang up.
    }

    public void Close()
    {
        // The last connection to close carries the log over into the file and removes it.
        using var context = contexts.CreateDbContext();
        SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
    }
}

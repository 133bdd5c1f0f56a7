using Microsoft.EntityFrameworkCore;
using SupervisorBot.Storage.Schema;

namespace SupervisorBot.Storage.Sqlite;

/// <summary>Makes SQLite's contexts for those who do not care which.</summary>
internal sealed class SqliteContexts(IDbContextFactory<SqliteSupervisorDbContext> contexts) : IDbContextFactory<SupervisorDbContext>
{
    public SupervisorDbContext CreateDbContext() => contexts.CreateDbContext();
}

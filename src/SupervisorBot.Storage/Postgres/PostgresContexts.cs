using Microsoft.EntityFrameworkCore;
using SupervisorBot.Storage.Schema;

namespace SupervisorBot.Storage.Postgres;

/// <summary>Makes PostgreSQL's contexts for those who do not care which.</summary>
internal sealed class PostgresContexts(IDbContextFactory<PostgresSupervisorDbContext> contexts) : IDbContextFactory<SupervisorDbContext>
{
    public SupervisorDbContext CreateDbContext() => contexts.CreateDbContext();
}

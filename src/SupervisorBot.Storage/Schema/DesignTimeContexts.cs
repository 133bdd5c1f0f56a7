using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SupervisorBot.Storage.Schema;

/// <summary>
/// What the migrations are made from. A change of the model takes one for each provider:
/// <c>dotnet ef migrations add &lt;Name&gt; --project src/SupervisorBot.Storage --context SqliteSupervisorDbContext --output-dir Migrations/Sqlite</c>
/// and the same with <c>PostgresSupervisorDbContext</c> and <c>Migrations/Postgres</c>.
/// </summary>
internal sealed class DesignTimeContexts : IDesignTimeDbContextFactory<SqliteSupervisorDbContext>, IDesignTimeDbContextFactory<PostgresSupervisorDbContext>
{
    SqliteSupervisorDbContext IDesignTimeDbContextFactory<SqliteSupervisorDbContext>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteSupervisorDbContext>().UseSqlite("Data Source=supervisor.db").Options);

    PostgresSupervisorDbContext IDesignTimeDbContextFactory<PostgresSupervisorDbContext>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresSupervisorDbContext>().UseNpgsql("Host=localhost").Options);
}

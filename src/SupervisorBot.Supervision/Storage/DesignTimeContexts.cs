using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SupervisorBot.Supervision.Storage;

/// <summary>
/// What <c>dotnet ef migrations add &lt;Name&gt; --project src/SupervisorBot.Supervision --output-dir Storage/Migrations</c> reads the model from.
/// </summary>
internal sealed class DesignTimeContexts : IDesignTimeDbContextFactory<SupervisorDbContext>
{
    public SupervisorDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SupervisorDbContext>().UseSqlite(DatabaseOptions.DefaultConnectionString).Options);
}

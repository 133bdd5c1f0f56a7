using Microsoft.EntityFrameworkCore;

namespace SupervisorBot.Storage.Schema;

/// <summary>The database in one file. Times are text, since SQLite has no type for them.</summary>
internal sealed class SqliteSupervisorDbContext(DbContextOptions<SqliteSupervisorDbContext> options) : SupervisorDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcText>();
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SupervisorBot.Storage.Schema;

/// <summary>The database on a PostgreSQL server. Times are <c>timestamptz</c>, to the microsecond.</summary>
internal sealed class PostgresSupervisorDbContext(DbContextOptions<PostgresSupervisorDbContext> options) : SupervisorDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Utc>();

    /// <summary>Npgsql takes a time for <c>timestamptz</c> in UTC only.</summary>
    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(time => time.ToUniversalTime(), time => time);
}

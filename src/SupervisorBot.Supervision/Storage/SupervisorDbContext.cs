using Microsoft.EntityFrameworkCore;

namespace SupervisorBot.Supervision.Storage;

/// <summary>The bot's database.</summary>
internal sealed class SupervisorDbContext(DbContextOptions<SupervisorDbContext> options) : DbContext(options)
{
    public DbSet<InterceptionRow> Interceptions => Set<InterceptionRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcText>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<InterceptionRow>(row =>
    {
        row.ToTable("interceptions");
        row.HasKey(r => r.OperationId);
        row.Property(r => r.OperationId).HasColumnName("operation_id").ValueGeneratedNever();
        row.Property(r => r.AgentId).HasColumnName("agent_id");
        row.Property(r => r.Step).HasColumnName("step").HasConversion<string>();
        row.Property(r => r.Outcome).HasColumnName("outcome").HasConversion<string>();
        row.Property(r => r.Version).HasColumnName("version").IsConcurrencyToken();
        row.Property(r => r.ProposedAt).HasColumnName("proposed_at");
        row.Property(r => r.DecidedAt).HasColumnName("decided_at");
        row.Property(r => r.Record).HasColumnName("record");
        row.HasIndex(r => new { r.AgentId, r.DecidedAt }).HasDatabaseName("ix_interceptions_agent_id_decided_at");
    });
}

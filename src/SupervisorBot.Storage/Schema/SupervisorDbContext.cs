using Microsoft.EntityFrameworkCore;

namespace SupervisorBot.Storage.Schema;

/// <summary>The bot's database: one model, in each provider's own types. docs/storage.md tells what each table is for.</summary>
internal abstract class SupervisorDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<InterceptionRow> Interceptions => Set<InterceptionRow>();

    public DbSet<HandledRequestRow> HandledRequests => Set<HandledRequestRow>();

    public DbSet<OutboxMessageRow> Outbox => Set<OutboxMessageRow>();

    public DbSet<ShownMessageRow> ShownMessages => Set<ShownMessageRow>();

    public DbSet<PersonalChatRow> PersonalChats => Set<PersonalChatRow>();

    public DbSet<PersonLanguageRow> PersonLanguages => Set<PersonLanguageRow>();

    public DbSet<DataProtectionKeyRow> DataProtectionKeys => Set<DataProtectionKeyRow>();

    public DbSet<DirectoryVersionRow> DirectoryVersion => Set<DirectoryVersionRow>();

    public DbSet<DirectoryInspectorRow> DirectoryInspectors => Set<DirectoryInspectorRow>();

    public DbSet<DirectoryTeamRow> DirectoryTeams => Set<DirectoryTeamRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<AuditMarkRow> AuditMarks => Set<AuditMarkRow>();

    public DbSet<HistoryRow> History => Set<HistoryRow>();

    public DbSet<ThreadDocumentRow> ThreadDocuments => Set<ThreadDocumentRow>();

    public DbSet<PressKeyRow> PressKeys => Set<PressKeyRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        DescribeSessions(modelBuilder);
        DescribeOutbox(modelBuilder);
        DescribeChats(modelBuilder);
        DescribeAudit(modelBuilder);
        DescribeDirectory(modelBuilder);
        SnakeCase.Apply(modelBuilder.Model);
    }

    private static void DescribeSessions(ModelBuilder model)
    {
        model.Entity<SessionRow>(row =>
        {
            row.ToTable("sessions").HasKey(r => r.AgentId);
            row.Property(r => r.AgentId).ValueGeneratedNever();
        });
        model.Entity<InterceptionRow>(row =>
        {
            row.ToTable("interceptions").HasKey(r => r.OperationId);
            row.Property(r => r.OperationId).ValueGeneratedNever();
            row.Property(r => r.Step).HasConversion<string>();
            row.Property(r => r.Outcome).HasConversion<string>();
            row.Property(r => r.Version).IsConcurrencyToken();
            row.HasIndex(r => new { r.AgentId, r.DecidedAt }).HasDatabaseName("ix_interceptions_agent_id_decided_at");
            row.HasIndex(r => r.DecidedAt).HasDatabaseName("ix_interceptions_decided_at");
        });
        model.Entity<CallClaimRow>(row =>
        {
            row.ToTable("call_claims").HasKey(r => new { r.Gateway, r.Vcc, r.CallId });
            row.HasIndex(r => r.CallId).HasDatabaseName("ix_call_claims_call_id");
            row.HasIndex(r => r.OperationId).HasDatabaseName("ix_call_claims_operation_id");
        });
        model.Entity<HandledRequestRow>(row =>
        {
            row.ToTable("handled_requests").HasKey(r => r.RequestId);
            row.HasIndex(r => r.At).HasDatabaseName("ix_handled_requests_at");
        });
    }

    private static void DescribeOutbox(ModelBuilder model)
    {
        model.Entity<OutboxMessageRow>(row =>
        {
            row.ToTable("outbox").HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedOnAdd();
            row.Property(r => r.Kind).HasConversion<string>();
            row.HasIndex(r => new { r.Thread, r.Id }).HasDatabaseName("ix_outbox_thread_id");
            row.HasIndex(r => r.Key).HasDatabaseName("ix_outbox_key");
            row.HasIndex(r => r.DueAt).HasDatabaseName("ix_outbox_due_at");
        });
        model.Entity<OutboxLeaseRow>(row => row.ToTable("outbox_leases").HasKey(r => r.Thread));
        model.Entity<DeadLetterRow>(row =>
        {
            row.ToTable("dead_letters").HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedNever();
            row.Property(r => r.Kind).HasConversion<string>();
            row.HasIndex(r => r.BuriedAt).HasDatabaseName("ix_dead_letters_buried_at");
        });
        model.Entity<ShownMessageRow>(row =>
        {
            row.ToTable("shown_messages").HasKey(r => r.Key);
            row.HasIndex(r => r.At).HasDatabaseName("ix_shown_messages_at");
        });
    }

    private static void DescribeChats(ModelBuilder model)
    {
        model.Entity<PersonalChatRow>(row =>
        {
            row.ToTable("personal_chats").HasKey(r => r.UserId);
            row.HasIndex(r => r.At).HasDatabaseName("ix_personal_chats_at");
        });
        model.Entity<PersonLanguageRow>(row => row.ToTable("person_languages").HasKey(r => new { r.TenantId, r.PersonId }));
        model.Entity<WelcomeRow>(row =>
        {
            row.ToTable("welcomes").HasKey(r => r.ConversationId);
            row.HasIndex(r => r.At).HasDatabaseName("ix_welcomes_at");
        });
        model.Entity<ThreadDocumentRow>(row =>
        {
            row.ToTable("thread_documents").HasKey(r => new { r.Kind, r.Thread });
            row.HasIndex(r => new { r.Kind, r.IsLive }).HasDatabaseName("ix_thread_documents_kind_is_live");
            row.HasIndex(r => r.At).HasDatabaseName("ix_thread_documents_at");
        });
        model.Entity<ToldOccurrenceRow>(row =>
        {
            row.ToTable("told_occurrences").HasKey(r => new { r.Thread, r.Name });
            row.HasIndex(r => r.At).HasDatabaseName("ix_told_occurrences_at");
        });
        model.Entity<DataProtectionKeyRow>(row =>
        {
            row.ToTable("data_protection_keys").HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedOnAdd();
        });
        model.Entity<PressKeyRow>(row =>
        {
            row.ToTable("press_keys").HasKey(r => r.Generation);
            row.Property(r => r.Generation).ValueGeneratedNever();
        });
    }

    private static void DescribeDirectory(ModelBuilder model)
    {
        model.Entity<DirectoryVersionRow>(row =>
        {
            row.ToTable("directory_version").HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedNever();
        });
        model.Entity<DirectoryInspectorRow>(row =>
        {
            row.ToTable("directory_inspectors").HasKey(r => r.AgentId);
            row.Property(r => r.AgentId).ValueGeneratedNever();
            row.HasIndex(r => r.EntraObjectId).IsUnique().HasDatabaseName("ux_directory_inspectors_entra_object_id");
        });
        model.Entity<DirectoryTeamRow>(row =>
        {
            row.ToTable("directory_teams").HasKey(r => r.Name);
            row.HasIndex(r => r.Key).IsUnique().HasDatabaseName("ux_directory_teams_key");
        });
    }

    private static void DescribeAudit(ModelBuilder model)
    {
        model.Entity<AuditRow>(row =>
        {
            row.ToTable("audit").HasKey(r => r.Sequence);
            row.Property(r => r.Sequence).ValueGeneratedNever();
        });
        model.Entity<AuditMarkRow>(row => row.ToTable("audit_marks").HasKey(r => r.Name));
        model.Entity<HistoryRow>(row =>
        {
            row.ToTable("history").HasKey(r => r.Sequence);
            row.Property(r => r.Sequence).ValueGeneratedNever();
            row.HasIndex(r => r.At).HasDatabaseName("ix_history_at");
            row.HasIndex(r => new { r.AgentId, r.At }).HasDatabaseName("ix_history_agent_id_at");
            row.HasIndex(r => new { r.WorkNo, r.At }).HasDatabaseName("ix_history_work_no_at");
            row.HasIndex(r => r.OperationId).HasDatabaseName("ix_history_operation_id");
        });
    }
}

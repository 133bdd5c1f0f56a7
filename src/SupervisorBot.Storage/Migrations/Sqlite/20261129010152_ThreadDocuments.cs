using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupervisorBot.Storage.Migrations.Sqlite;

/// <summary>What lasts in threads (live boards, rules for alerts), and which alerts were told.</summary>
internal sealed partial class ThreadDocuments : Migration
{
    private static readonly string[] s_kindAndLive = ["kind", "is_live"];

    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "thread_documents",
            columns: table => new
            {
                kind = table.Column<string>(type: "TEXT", nullable: false),
                thread = table.Column<string>(type: "TEXT", nullable: false),
                version = table.Column<long>(type: "INTEGER", nullable: false),
                document = table.Column<string>(type: "TEXT", nullable: false),
                is_live = table.Column<bool>(type: "INTEGER", nullable: false),
                at = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_thread_documents", x => new { x.kind, x.thread });
            });

        migrationBuilder.CreateTable(
            name: "told_occurrences",
            columns: table => new
            {
                thread = table.Column<string>(type: "TEXT", nullable: false),
                name = table.Column<string>(type: "TEXT", nullable: false),
                at = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_told_occurrences", x => new { x.thread, x.name });
            });

        migrationBuilder.CreateIndex(
            name: "ix_thread_documents_at",
            table: "thread_documents",
            column: "at");

        migrationBuilder.CreateIndex(
            name: "ix_thread_documents_kind_is_live",
            table: "thread_documents",
            columns: s_kindAndLive);

        migrationBuilder.CreateIndex(
            name: "ix_told_occurrences_at",
            table: "told_occurrences",
            column: "at");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "thread_documents");

        migrationBuilder.DropTable(
            name: "told_occurrences");
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupervisorBot.Storage.Migrations.Sqlite;

/// <summary>The table of interceptions.</summary>
internal sealed partial class Interceptions : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "interceptions",
            columns: table => new
            {
                operation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                agent_id = table.Column<int>(type: "INTEGER", nullable: false),
                step = table.Column<string>(type: "TEXT", nullable: false),
                outcome = table.Column<string>(type: "TEXT", nullable: true),
                version = table.Column<int>(type: "INTEGER", nullable: false),
                proposed_at = table.Column<string>(type: "TEXT", nullable: false),
                decided_at = table.Column<string>(type: "TEXT", nullable: true),
                record = table.Column<string>(type: "TEXT", nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_interceptions", x => x.operation_id));

        migrationBuilder.CreateIndex(
            name: "ix_interceptions_agent_id_decided_at",
            table: "interceptions",
            columns: ["agent_id", "decided_at"]);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable(name: "interceptions");
}

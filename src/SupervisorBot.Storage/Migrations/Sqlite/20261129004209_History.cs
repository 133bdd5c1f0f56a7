using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupervisorBot.Storage.Migrations.Sqlite;

/// <summary>By which the audit is searched for what was done to agents and their calls.</summary>
internal sealed partial class History : Migration
{
    private static readonly string[] s_byAgent = ["agent_id", "at"];
    private static readonly string[] s_byWorkNo = ["work_no", "at"];

    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "history",
            columns: table => new
            {
                sequence = table.Column<long>(type: "INTEGER", nullable: false),
                at = table.Column<string>(type: "TEXT", nullable: false),
                agent_id = table.Column<int>(type: "INTEGER", nullable: true),
                work_no = table.Column<int>(type: "INTEGER", nullable: true),
                operation_id = table.Column<Guid>(type: "TEXT", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_history", x => x.sequence);
            });

        migrationBuilder.CreateIndex(
            name: "ix_history_agent_id_at",
            table: "history",
            columns: s_byAgent);

        migrationBuilder.CreateIndex(
            name: "ix_history_at",
            table: "history",
            column: "at");

        migrationBuilder.CreateIndex(
            name: "ix_history_operation_id",
            table: "history",
            column: "operation_id");

        migrationBuilder.CreateIndex(
            name: "ix_history_work_no_at",
            table: "history",
            columns: s_byWorkNo);

        // What was written before is found as well. A document that was altered may be no JSON any more.
        migrationBuilder.Sql("""
            INSERT INTO history (sequence, at, agent_id, work_no, operation_id)
            SELECT sequence, at, json_extract(document, '$.actor.agentId'), json_extract(document, '$.workNo'), upper(json_extract(document, '$.operationId'))
            FROM audit
            WHERE CASE WHEN json_valid(document)
                THEN json_extract(document, '$.stage') <> 'Refused' AND json_extract(document, '$.act') NOT IN ('SignIn', 'SignOut', 'List', 'History', 'Administer', 'Export', 'Press', 'Message')
                ELSE FALSE END;
            """);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "history");
    }
}

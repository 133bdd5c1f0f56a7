using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupervisorBot.Storage.Migrations.Postgres;

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
                sequence = table.Column<long>(type: "bigint", nullable: false),
                at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                agent_id = table.Column<int>(type: "integer", nullable: true),
                work_no = table.Column<int>(type: "integer", nullable: true),
                operation_id = table.Column<Guid>(type: "uuid", nullable: true)
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

        // What was written before is found as well. A document that was altered may be no JSON any more, so it is read as text; its members have one order.
        migrationBuilder.Sql("""
            INSERT INTO history (sequence, at, agent_id, work_no, operation_id)
            SELECT sequence, at,
                substring(document from '"agentId":([0-9]{1,9})[,}]')::int,
                substring(document from '"workNo":([0-9]{1,9})[,}]')::int,
                substring(document from '"operationId":"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"')::uuid
            FROM audit
            WHERE document ~ '^[{]"act":"[A-Za-z]+","stage":"[A-Za-z]+"' AND document !~ '^[{]"act":"[A-Za-z]+","stage":"Refused"'
                AND substring(document from '^[{]"act":"([A-Za-z]+)"') NOT IN ('SignIn', 'SignOut', 'List', 'History', 'Administer', 'Export', 'Press', 'Message');
            """);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "history");
    }
}

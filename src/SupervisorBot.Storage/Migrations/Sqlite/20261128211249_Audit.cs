using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupervisorBot.Storage.Migrations.Sqlite;

/// <summary>The audit, which is appended to and otherwise left alone.</summary>
internal sealed partial class Audit : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "audit",
            columns: table => new
            {
                sequence = table.Column<long>(type: "INTEGER", nullable: false),
                at = table.Column<string>(type: "TEXT", nullable: false),
                document = table.Column<string>(type: "TEXT", nullable: false),
                key_id = table.Column<string>(type: "TEXT", nullable: false),
                hmac = table.Column<byte[]>(type: "BLOB", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_audit", x => x.sequence);
            });

        migrationBuilder.CreateTable(
            name: "audit_marks",
            columns: table => new
            {
                name = table.Column<string>(type: "TEXT", nullable: false),
                sequence = table.Column<long>(type: "INTEGER", nullable: false),
                at = table.Column<string>(type: "TEXT", nullable: false),
                hmac = table.Column<byte[]>(type: "BLOB", nullable: false),
                key_id = table.Column<string>(type: "TEXT", nullable: false),
                seal = table.Column<byte[]>(type: "BLOB", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_audit_marks", x => x.name);
            });

        // What is written is not changed; and only the purge removes, which has signed for it before.
        migrationBuilder.Sql("""
            CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'audit: rows are not changed'); END;
            """);
        migrationBuilder.Sql("""
            CREATE TRIGGER audit_stays BEFORE DELETE ON audit
            WHEN OLD.sequence > COALESCE((SELECT sequence FROM audit_marks WHERE name = 'checkpoint'), 0)
            BEGIN SELECT RAISE(ABORT, 'audit: rows are not removed'); END;
            """);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "audit");

        migrationBuilder.DropTable(
            name: "audit_marks");
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupervisorBot.Storage.Migrations.Postgres;

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
                sequence = table.Column<long>(type: "bigint", nullable: false),
                at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                document = table.Column<string>(type: "text", nullable: false),
                key_id = table.Column<string>(type: "text", nullable: false),
                hmac = table.Column<byte[]>(type: "bytea", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_audit", x => x.sequence);
            });

        migrationBuilder.CreateTable(
            name: "audit_marks",
            columns: table => new
            {
                name = table.Column<string>(type: "text", nullable: false),
                sequence = table.Column<long>(type: "bigint", nullable: false),
                at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                hmac = table.Column<byte[]>(type: "bytea", nullable: false),
                key_id = table.Column<string>(type: "text", nullable: false),
                seal = table.Column<byte[]>(type: "bytea", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_audit_marks", x => x.name);
            });

        // What is written is not changed; and only the purge removes, which has signed for it before.
        migrationBuilder.Sql("""
            CREATE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_OP = 'DELETE' THEN
                    IF OLD.sequence <= COALESCE((SELECT sequence FROM audit_marks WHERE name = 'checkpoint'), 0) THEN
                        RETURN OLD;
                    END IF;
                END IF;
                RAISE EXCEPTION 'audit: rows are neither changed nor removed';
            END $$;
            """);
        migrationBuilder.Sql("""
            CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_refuses();
            """);
        migrationBuilder.Sql("""
            CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses();
            """);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "audit");

        migrationBuilder.DropTable(
            name: "audit_marks");

        migrationBuilder.Sql("DROP FUNCTION audit_refuses()");
    }
}

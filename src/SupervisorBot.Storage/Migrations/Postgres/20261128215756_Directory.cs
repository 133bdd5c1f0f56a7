using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupervisorBot.Storage.Migrations.Postgres;

/// <summary>The directory of inspectors and teams, which administrators change in the chat.</summary>
internal sealed partial class Directory : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "directory_inspectors",
            columns: table => new
            {
                agent_id = table.Column<int>(type: "integer", nullable: false),
                entra_object_id = table.Column<string>(type: "text", nullable: false),
                display_name = table.Column<string>(type: "text", nullable: false),
                phone_number = table.Column<string>(type: "text", nullable: false),
                permissions = table.Column<string>(type: "text", nullable: false),
                teams = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_directory_inspectors", x => x.agent_id);
            });

        migrationBuilder.CreateTable(
            name: "directory_teams",
            columns: table => new
            {
                name = table.Column<string>(type: "text", nullable: false),
                key = table.Column<string>(type: "text", nullable: false),
                work_numbers = table.Column<string>(type: "text", nullable: false),
                groups = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_directory_teams", x => x.name);
            });

        migrationBuilder.CreateTable(
            name: "directory_version",
            columns: table => new
            {
                id = table.Column<int>(type: "integer", nullable: false),
                version = table.Column<long>(type: "bigint", nullable: false),
                at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_directory_version", x => x.id);
            });

        migrationBuilder.CreateIndex(
            name: "ux_directory_inspectors_entra_object_id",
            table: "directory_inspectors",
            column: "entra_object_id",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "ux_directory_teams_key",
            table: "directory_teams",
            column: "key",
            unique: true);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "directory_inspectors");

        migrationBuilder.DropTable(
            name: "directory_teams");

        migrationBuilder.DropTable(
            name: "directory_version");
    }
}

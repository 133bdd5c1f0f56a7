using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupervisorBot.Storage.Migrations.Postgres;

/// <summary>The languages that people have chosen over their clients’.</summary>
internal sealed partial class PersonLanguages : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "person_languages",
            columns: table => new
            {
                tenant_id = table.Column<string>(type: "text", nullable: false),
                person_id = table.Column<string>(type: "text", nullable: false),
                language = table.Column<string>(type: "text", nullable: false),
                at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_person_languages", x => new { x.tenant_id, x.person_id });
            });
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "person_languages");
    }
}

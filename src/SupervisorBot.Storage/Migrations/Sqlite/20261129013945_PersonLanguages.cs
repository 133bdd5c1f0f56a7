using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupervisorBot.Storage.Migrations.Sqlite;

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
                tenant_id = table.Column<string>(type: "TEXT", nullable: false),
                person_id = table.Column<string>(type: "TEXT", nullable: false),
                language = table.Column<string>(type: "TEXT", nullable: false),
                at = table.Column<string>(type: "TEXT", nullable: false)
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

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupervisorBot.Storage.Migrations.Sqlite;

/// <summary>The keys that buttons are sealed with.</summary>
internal sealed partial class PressKeys : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "press_keys",
            columns: table => new
            {
                generation = table.Column<int>(type: "INTEGER", nullable: false),
                created_at = table.Column<string>(type: "TEXT", nullable: false),
                secret = table.Column<byte[]>(type: "BLOB", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_press_keys", x => x.generation);
            });
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "press_keys");
    }
}

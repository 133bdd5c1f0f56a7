using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupervisorBot.Storage.Migrations.Postgres;

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
                generation = table.Column<int>(type: "integer", nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                secret = table.Column<byte[]>(type: "bytea", nullable: false)
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

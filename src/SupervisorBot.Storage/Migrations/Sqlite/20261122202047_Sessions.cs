using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupervisorBot.Storage.Migrations.Sqlite;

/// <summary>Sessions, call claims, the outbox and what the conversation remembers.</summary>
internal sealed partial class Sessions : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "call_claims",
            columns: table => new
            {
                gateway = table.Column<string>(type: "TEXT", nullable: false),
                vcc = table.Column<string>(type: "TEXT", nullable: false),
                call_id = table.Column<string>(type: "TEXT", nullable: false),
                operation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                agent_id = table.Column<int>(type: "INTEGER", nullable: false),
                holder = table.Column<string>(type: "TEXT", nullable: false),
                until = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_call_claims", x => new { x.gateway, x.vcc, x.call_id });
            });

        migrationBuilder.CreateTable(
            name: "data_protection_keys",
            columns: table => new
            {
                id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                friendly_name = table.Column<string>(type: "TEXT", nullable: false),
                xml = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_data_protection_keys", x => x.id);
            });

        migrationBuilder.CreateTable(
            name: "dead_letters",
            columns: table => new
            {
                id = table.Column<long>(type: "INTEGER", nullable: false),
                thread = table.Column<string>(type: "TEXT", nullable: false),
                tenant = table.Column<string>(type: "TEXT", nullable: false),
                kind = table.Column<string>(type: "TEXT", nullable: false),
                key = table.Column<string>(type: "TEXT", nullable: true),
                message = table.Column<string>(type: "TEXT", nullable: false),
                attempts = table.Column<int>(type: "INTEGER", nullable: false),
                reason = table.Column<string>(type: "TEXT", nullable: false),
                created_at = table.Column<string>(type: "TEXT", nullable: false),
                buried_at = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_dead_letters", x => x.id);
            });

        migrationBuilder.CreateTable(
            name: "handled_requests",
            columns: table => new
            {
                request_id = table.Column<string>(type: "TEXT", nullable: false),
                receipt = table.Column<string>(type: "TEXT", nullable: false),
                at = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_handled_requests", x => x.request_id);
            });

        migrationBuilder.CreateTable(
            name: "outbox",
            columns: table => new
            {
                id = table.Column<long>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                thread = table.Column<string>(type: "TEXT", nullable: false),
                tenant = table.Column<string>(type: "TEXT", nullable: false),
                kind = table.Column<string>(type: "TEXT", nullable: false),
                key = table.Column<string>(type: "TEXT", nullable: true),
                rank = table.Column<int>(type: "INTEGER", nullable: false),
                is_last = table.Column<bool>(type: "INTEGER", nullable: false),
                only_if_shown = table.Column<bool>(type: "INTEGER", nullable: false),
                message = table.Column<string>(type: "TEXT", nullable: false),
                version = table.Column<int>(type: "INTEGER", nullable: false),
                attempts = table.Column<int>(type: "INTEGER", nullable: false),
                unanswered = table.Column<int>(type: "INTEGER", nullable: false),
                created_at = table.Column<string>(type: "TEXT", nullable: false),
                due_at = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_outbox", x => x.id);
            });

        migrationBuilder.CreateTable(
            name: "outbox_leases",
            columns: table => new
            {
                thread = table.Column<string>(type: "TEXT", nullable: false),
                owner = table.Column<string>(type: "TEXT", nullable: false),
                until = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_outbox_leases", x => x.thread);
            });

        migrationBuilder.CreateTable(
            name: "personal_chats",
            columns: table => new
            {
                user_id = table.Column<string>(type: "TEXT", nullable: false),
                reference = table.Column<string>(type: "TEXT", nullable: false),
                at = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_personal_chats", x => x.user_id);
            });

        migrationBuilder.CreateTable(
            name: "sessions",
            columns: table => new
            {
                agent_id = table.Column<int>(type: "INTEGER", nullable: false),
                epoch = table.Column<long>(type: "INTEGER", nullable: false),
                node = table.Column<string>(type: "TEXT", nullable: true),
                is_awake = table.Column<bool>(type: "INTEGER", nullable: false),
                document = table.Column<string>(type: "TEXT", nullable: true),
                credentials = table.Column<byte[]>(type: "BLOB", nullable: true),
                stored_at = table.Column<string>(type: "TEXT", nullable: true),
                commit_id = table.Column<Guid>(type: "TEXT", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_sessions", x => x.agent_id);
            });

        migrationBuilder.CreateTable(
            name: "shown_messages",
            columns: table => new
            {
                key = table.Column<string>(type: "TEXT", nullable: false),
                address = table.Column<string>(type: "TEXT", nullable: false),
                activity_id = table.Column<string>(type: "TEXT", nullable: false),
                rank = table.Column<int>(type: "INTEGER", nullable: false),
                at = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_shown_messages", x => x.key);
            });

        migrationBuilder.CreateTable(
            name: "welcomes",
            columns: table => new
            {
                conversation_id = table.Column<string>(type: "TEXT", nullable: false),
                at = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_welcomes", x => x.conversation_id);
            });

        migrationBuilder.CreateIndex(
            name: "ix_interceptions_decided_at",
            table: "interceptions",
            column: "decided_at");

        migrationBuilder.CreateIndex(
            name: "ix_call_claims_call_id",
            table: "call_claims",
            column: "call_id");

        migrationBuilder.CreateIndex(
            name: "ix_call_claims_operation_id",
            table: "call_claims",
            column: "operation_id");

        migrationBuilder.CreateIndex(
            name: "ix_dead_letters_buried_at",
            table: "dead_letters",
            column: "buried_at");

        migrationBuilder.CreateIndex(
            name: "ix_handled_requests_at",
            table: "handled_requests",
            column: "at");

        migrationBuilder.CreateIndex(
            name: "ix_outbox_due_at",
            table: "outbox",
            column: "due_at");

        migrationBuilder.CreateIndex(
            name: "ix_outbox_key",
            table: "outbox",
            column: "key");

        migrationBuilder.CreateIndex(
            name: "ix_outbox_thread_id",
            table: "outbox",
            columns: ["thread", "id"]);

        migrationBuilder.CreateIndex(
            name: "ix_personal_chats_at",
            table: "personal_chats",
            column: "at");

        migrationBuilder.CreateIndex(
            name: "ix_shown_messages_at",
            table: "shown_messages",
            column: "at");

        migrationBuilder.CreateIndex(
            name: "ix_welcomes_at",
            table: "welcomes",
            column: "at");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "call_claims");

        migrationBuilder.DropTable(
            name: "data_protection_keys");

        migrationBuilder.DropTable(
            name: "dead_letters");

        migrationBuilder.DropTable(
            name: "handled_requests");

        migrationBuilder.DropTable(
            name: "outbox");

        migrationBuilder.DropTable(
            name: "outbox_leases");

        migrationBuilder.DropTable(
            name: "personal_chats");

        migrationBuilder.DropTable(
            name: "sessions");

        migrationBuilder.DropTable(
            name: "shown_messages");

        migrationBuilder.DropTable(
            name: "welcomes");

        migrationBuilder.DropIndex(
            name: "ix_interceptions_decided_at",
            table: "interceptions");
    }
}

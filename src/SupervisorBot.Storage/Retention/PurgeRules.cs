using Microsoft.Extensions.Options;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Watches;
using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Storage.Retention;

/// <summary>What is removed, and when. Sessions and keys are kept; a key that buttons were sealed with is removed when a newer one comes and its buttons are too old.</summary>
internal sealed class PurgeRules(
    IOptions<DatabaseOptions> database, IOptions<InterceptionOptions> interception, IOptions<OutboxOptions> outbox, IOptions<ChatOptions> chat, IOptions<WatchOptions> watch)
{
    /// <summary>The largest number of rows that one statement removes, so that no change waits long for it.</summary>
    public const int Portion = 500;

    /// <summary>
    /// An interception is decided within minutes while the bot runs; one that is undecided a day past the outcome's lifetime was left by a bot that was
    /// killed, for an inspector who did not return. It holds a customer's number, so it does not stay.
    /// </summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    private static readonly Statement Outcomes = Older("interceptions", "operation_id", "decided_at");
    private static readonly Statement Abandoned = Older("interceptions", "operation_id", "proposed_at", "decided_at IS NULL AND ");
    private static readonly Statement Claims = Older("call_claims", "gateway, vcc, call_id", "until");
    private static readonly Statement Requests = Older("handled_requests", "request_id", "at");
    private static readonly Statement DeadLetters = Older("dead_letters", "id", "buried_at");
    private static readonly Statement Shown = Older("shown_messages", "key", "at");
    private static readonly Statement Leases = Older("outbox_leases", "thread", "until");
    private static readonly Statement Chats = Older("personal_chats", "user_id", "at");
    private static readonly Statement ThreadDocuments = Older("thread_documents", "kind, thread", "at", "NOT is_live AND ");
    private static readonly Statement Told = Older("told_occurrences", "thread, name", "at");
    private static readonly Statement Welcomes = Older("welcomes", "conversation_id", "at");

    public IReadOnlyList<PurgeRule> All() =>
    [
        new("interceptions", Outcomes, interception.Value.OutcomeLifetime),
        new("interceptions", Abandoned, interception.Value.OutcomeLifetime + Grace),
        new("call_claims", Claims, TimeSpan.Zero),
        new("handled_requests", Requests, database.Value.AnswerLifetime),
        new("dead_letters", DeadLetters, outbox.Value.DeadLetterMemory),
        new("shown_messages", Shown, outbox.Value.ShownMemory),
        // A sender whose lease is over may still note what it sent, as long as nobody else took the thread.
        new("outbox_leases", Leases, Grace),
        new("personal_chats", Chats, chat.Value.ConversationMemory),
        new("welcomes", Welcomes, chat.Value.ConversationMemory),
        // A stopped board, and a watch without rules.
        new("thread_documents", ThreadDocuments, chat.Value.ConversationMemory),
        new("told_occurrences", Told, watch.Value.Memory),
    ];

    // Rows that another node is just removing are left to it.
    private static Statement Older(string table, string key, string column, string condition = "") => new($"""
        DELETE FROM {table} WHERE ({key}) IN
        (SELECT {key} FROM {table} WHERE {condition}{column} < $1 ORDER BY {column} LIMIT {Portion} FOR UPDATE SKIP LOCKED)
        """);
}

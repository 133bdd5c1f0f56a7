using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.BotFramework.Hosting;

/// <summary>Limits and delays of the protocol edge, from the configuration section <c>BotFramework</c>.</summary>
public sealed class BotFrameworkEdgeOptions
{
    /// <summary>The configuration section's name.</summary>
    public const string Section = "BotFramework";

    /// <summary>
    /// A post that answers a turn leaves no earlier than this after the turn's own HTTP answer; 0 (default) to 5 s. The Microsoft 365
    /// Agents Playground draws an answer above its question when it comes first; 150 ms cures that.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:05")]
    public TimeSpan MinimumReplyDelay { get; set; }

    /// <summary>What a card's press causes in its thread leaves no earlier than this after the press's HTTP answer; 150 ms, 0 to 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:05")]
    public TimeSpan EditAfterAnswerDelay { get; set; } = TimeSpan.FromMilliseconds(150);

    /// <summary>A thread is held for an invoke no longer than this, whatever becomes of the invoke's answer; 15 s, 100 ms to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan HoldLimit { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// With several nodes, a press waits no longer than this until its thread is held on the node that sends into it, and then goes on; 500 ms, 10 ms to 5 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:00:05")]
    public TimeSpan HoldTimeout { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// An invoke is answered within this time, with an error where the handler is not ready; 8 s, 100 ms to 9.5 s (Teams gives up after
    /// about 10 s).
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:09.5")]
    public TimeSpan InvokeLimit { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Under <c>expectReplies</c> the answers are collected no longer than this; 8 s, 100 ms to 9.5 s. Later ones are posted.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:09.5")]
    public TimeSpan ExpectRepliesLimit { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>A turn that is not an invoke is cancelled after this; 2 min, 1 s to 30 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00")]
    public TimeSpan TurnLimit { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The biggest accepted body in bytes; 256 KiB, 1 KiB to 4 MiB. A bigger one is answered 413.</summary>
    [Range(1024, 4 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 256 * 1024;

    /// <summary>How deep objects and lists may be nested in a body; 32, 8 to 64. A deeper one is answered 400.</summary>
    [Range(8, 64)]
    public int MaxJsonDepth { get; set; } = 32;

    /// <summary>The longest accepted text of a message in characters; 32,768, 1,024 to 262,144. A longer one is answered 413.</summary>
    [Range(1_024, 262_144)]
    public int MaxTextLength { get; set; } = 32 * 1024;

    /// <summary>How many entities (mentions and other facts about the text) an activity may have; 100, 10 to 10,000. One with more is answered 413.</summary>
    [Range(10, 10_000)]
    public int MaxEntities { get; set; } = 100;

    /// <summary>How many attachments an activity may have; 20, 1 to 1,000. One with more is answered 413.</summary>
    [Range(1, 1_000)]
    public int MaxAttachments { get; set; } = 20;

    /// <summary>How many accepted activities of one conversation may wait; 100, 1 to 10,000. A further one is answered 503.</summary>
    [Range(1, 10_000)]
    public int TurnQueueLength { get; set; } = 100;

    /// <summary>How many accepted activities may wait in all; 10,000, 1 to 1,000,000. A further one is answered 503.</summary>
    [Range(1, 1_000_000)]
    public int TotalTurnQueueLength { get; set; } = 10_000;

    /// <summary>How many invokes (presses) are handled at a time; 1,000, 1 to 1,000,000. A further one is answered at once, with a word that says so.</summary>
    [Range(1, 1_000_000)]
    public int ConcurrentInvokes { get; set; } = 1_000;

    /// <summary>How long the bot remembers the ids of accepted messages, so that a redelivered one has no second effect; 10 min, 0 (never) to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan RedeliveryMemory { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How many posts and edits of one thread may wait; 500, 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int ThreadQueueLength { get; set; } = 500;

    /// <summary>
    /// How long a stopping bot finishes accepted turns, and then queued posts; 3 s each, 0 to 1 min. The host's own shutdown time-out
    /// holds as well.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan DrainLimit { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often a call to the connector is tried in all when it answers 412, 429, 502, 503 or 504; 5, 1 (no retry) to 10.</summary>
    [Range(1, 10)]
    public int ConnectorAttempts { get; set; } = 5;

    /// <summary>One try waits this long for its answer; 15 s, 100 ms to 2 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:02:00")]
    public TimeSpan ConnectorAttemptLimit { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>All tries and the waits between them end within this; 60 s, 1 s to 10 min. A longer Retry-After ends the call at once.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan ConnectorTotalLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The first wait between tries; 500 ms, 1 ms to 30 s. It doubles each time, and up to half of it again is added by chance.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:30")]
    public TimeSpan ConnectorBackoff { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How many calls may go out for one thread within a second; 7, 1 to 100,000 (Teams' limit is 7). Further ones wait.</summary>
    [Range(1, 100_000)]
    public int SendsPerSecond { get; set; } = 7;

    /// <summary>How many calls may go out for one thread within two seconds; 8, 1 to 100,000 (Teams' limit is 8).</summary>
    [Range(1, 100_000)]
    public int SendsPerTwoSeconds { get; set; } = 8;

    /// <summary>How many calls may go out for one thread within 30 seconds; 60, 1 to 100,000 (Teams' limit is 60).</summary>
    [Range(1, 100_000)]
    public int SendsPerHalfMinute { get; set; } = 60;

    /// <summary>How many calls may go out for one thread within an hour; 1,800, 1 to 100,000 (Teams' limit is 1,800).</summary>
    [Range(1, 100_000)]
    public int SendsPerHour { get; set; } = 1_800;

    /// <summary>How many calls may go out for one tenant within a second; 50, 1 to 100,000 (Teams' limit is 50).</summary>
    [Range(1, 100_000)]
    public int TenantSendsPerSecond { get; set; } = 50;

    /// <summary>By how much the spans of these limits are taken to be longer, since calls do not arrive as evenly as they leave; 50 ms, 0 to 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:01")]
    public TimeSpan SendRateMargin { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How many members a page asks for; 200, 50 to 500 (Teams' limits).</summary>
    [Range(50, 500)]
    public int MembersPageSize { get; set; } = 200;
}

using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Supervision.Outbox;

/// <summary>How messages wait and are sent, from the configuration section <c>Outbox</c>.</summary>
public sealed class OutboxOptions
{
    /// <summary>The configuration section's name.</summary>
    public const string Section = "Outbox";

    /// <summary>
    /// The right to send a thread's messages is taken for this long and prolonged while it is used; 10 s, 1 s to 5 min. After a node's death its threads
    /// wait no longer than this for another sender.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan LeaseLength { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often each node looks for messages that are due and that nobody was woken for; 5 s, 100 ms to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan ScanInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many threads one look finds at most; 1,000, 10 to 100,000. The rest is found by the next.</summary>
    [Range(10, 100_000)]
    public int ScanLimit { get; set; } = 1_000;

    /// <summary>How many waiting messages of a thread are read at a time; 16, 1 to 200.</summary>
    [Range(1, 200)]
    public int ReadLimit { get; set; } = 16;

    /// <summary>The wait after a first failure; 500 ms, 1 ms to 1 min. It doubles with each, and up to half of it again is added by chance.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait between two tries; 1 min, 10 ms to 1 h. A channel's own Retry-After counts instead where there is one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00")]
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The wait before a new message is sent a second time whose first sending was not answered, or with an error that leaves open whether it stands in the
    /// thread; 20 s, 0 to 1 h. It is sent no third time, so the wait has to outlast the channel's trouble.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan UnansweredPause { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>A message that could not be sent for so long is given up; 24 h, 1 s to 30 days.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>A message whose sending failed so often is given up; 2,000, 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int AttemptLimit { get; set; } = 2_000;

    /// <summary>A stopping bot lets messages under way finish for so long, before it gives the threads back; 3 s, 0 to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan StopLimit { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How many messages may wait in memory, where there is no database; 100,000, 100 to 10,000,000. A further one is refused.</summary>
    [Range(100, 10_000_000)]
    public int MemoryCapacity { get; set; } = 100_000;

    /// <summary>How many live messages and how many dead letters are kept in memory, where there is no database; 20,000, 10 to 1,000,000. The oldest are forgotten first.</summary>
    [Range(10, 1_000_000)]
    public int MemoryRemembered { get; set; } = 20_000;

    /// <summary>How long it is remembered where a live message stands, counted from its last edit; 7 days, 1 min to 365 days. What is forgotten is posted anew.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan ShownMemory { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long dead letters are kept; 30 days, 1 min to 365 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan DeadLetterMemory { get; set; } = TimeSpan.FromDays(30);
}

using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Chat.Boards;

/// <summary>Limits of live boards, from the configuration section <c>Board</c>.</summary>
public sealed class BoardOptions
{
    /// <summary>The configuration section's name.</summary>
    public const string Section = "Board";

    /// <summary>
    /// How often a board reads the agents and shows what has changed: an edit each time at most, so that with the default a thread is edited 720 times an
    /// hour of the 1,800 sends that Teams allows. 5 s, 3 s to 1 min.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:03", "00:01:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>After how long a board on which nothing has changed is shown again, for the times on it. 15 s, 5 s to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan Refresh { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A state that has lasted for less than this is not shown yet: the one before it stays. 2 s, 0 to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan Settle { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a board is kept up to date before it stops by itself. 1 h, 1 min to 12 h.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "12:00:00")]
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>A call that lasts longer stands at the top, behind those on hold for long. 5 min, 10 s to 4 h.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "04:00:00")]
    public TimeSpan LongCall { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>A call that is on hold for longer stands at the very top. 2 min, 10 s to 4 h.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "04:00:00")]
    public TimeSpan LongHold { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>A reading of the agents is given up after this time and the board stays as it is until the next one. 10 s, 1 s to 25 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:25")]
    public TimeSpan ReadingLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often a node looks for boards and watches that nobody looks after, such as those of a node that died. 5 s, 500 ms to 1 min.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:01:00")]
    public TimeSpan KeeperInterval { get; set; } = TimeSpan.FromSeconds(5);
}

using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Edge;

/// <summary>What a client of the bot's own HTTP server may use up, from the configuration section <c>Http</c>.</summary>
internal sealed class HttpLimitOptions
{
    /// <summary>The configuration section's name.</summary>
    public const string Section = "Http";

    /// <summary>How many connections may be open at once; a further one is closed. Default 10,000; 10 to 1,000,000.</summary>
    [Range(10, 1_000_000)]
    public int MaxConnections { get; set; } = 10_000;

    /// <summary>A request's headers have to be there within this time of its beginning. Default 10 seconds; 1 second to 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan HeaderTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A connection on which nothing is asked for so long is closed. Default 2 minutes; 1 second to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>A body that comes slower than this many bytes in a second, once <see cref="BodyGrace"/> is over, is cut. Default 240; 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int MinBodyBytesPerSecond { get; set; } = 240;

    /// <summary>How long a body may be as slow as it likes, and an answer as slowly read. Default 5 seconds; 2 seconds to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:01:00")]
    public TimeSpan BodyGrace { get; set; } = TimeSpan.FromSeconds(5);
}

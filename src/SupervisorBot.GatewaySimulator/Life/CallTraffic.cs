using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.GatewaySimulator;

/// <summary>Calls that come and go at a rate, for load: each takes the next idle agent in turn and ends after its length.</summary>
public sealed record CallTraffic
{
    /// <summary>How many calls begin in a second, 0.01 to 10,000. Those for whom no agent is idle are turned away.</summary>
    [Range(0.01, 10_000)]
    public required double CallsPerSecond { get; init; }

    /// <summary>After how many milliseconds the customer hangs up, 1 to 86,400,000. Default 60,000.</summary>
    [Range(1, 86_400_000)]
    public int CallMilliseconds { get; init; } = 60_000;

    /// <summary>The lowest work number that takes calls. Default 1: any.</summary>
    public int FirstWorkNo { get; init; } = 1;

    /// <summary>The highest work number that takes calls. Default 999,999: any.</summary>
    public int LastWorkNo { get; init; } = OperationCall.HighestId;
}

namespace SupervisorBot.Benchmarks.Latency;

/// <summary>When the inspectors press.</summary>
/// <param name="Title">The pattern's name in the report.</param>
/// <param name="Over">The time over which the presses are spread at random; zero: all press at one moment.</param>
internal sealed record PressPattern(string Title, TimeSpan Over)
{
    public static PressPattern Burst { get; } = new("all at one moment", TimeSpan.Zero);

    public static PressPattern Spread(TimeSpan over) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"spread over {over.TotalSeconds} s"), over);
}

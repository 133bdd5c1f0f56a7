namespace SupervisorBot.Benchmarks.Latency;

/// <summary>The whole measurement.</summary>
/// <param name="Series">One for each server and way of pressing.</param>
/// <param name="StorageNote">What is to be known of the storage; empty where nothing is.</param>
internal sealed record LatencyResults(IReadOnlyList<LatencySeries> Series, string StorageNote);

/// <summary>All rounds of one server pressed in one way.</summary>
internal sealed record LatencySeries(ITakeoverServer Server, PressPattern Pattern, List<IReadOnlyList<TakeoverSample>> Rounds);

namespace SupervisorBot.Benchmarks.Throughput;

/// <summary>The whole measurement.</summary>
/// <param name="Rounds">The rounds of each server; the bare endpoint's come first.</param>
/// <param name="StorageNote">What is to be known of the storage; empty where nothing is.</param>
internal sealed record ThroughputResults(IReadOnlyDictionary<Contender, List<LoadResult>> Rounds, string StorageNote);

/// <summary>One round of one server.</summary>
/// <param name="Turns">Turns whose reply arrived.</param>
/// <param name="Took">From the first word to the last reply.</param>
/// <param name="Cpu">The CPU time that the server's process used meanwhile.</param>
/// <param name="LoadCpu">The CPU time that the load generator's process, which holds the connector, used meanwhile.</param>
internal sealed record LoadResult(long Turns, TimeSpan Took, TimeSpan Cpu, TimeSpan LoadCpu)
{
    public double TurnsPerSecond => Turns / Took.TotalSeconds;

    public double CpuMillisecondsPer1000Turns => Cpu.TotalMilliseconds * 1000 / Turns;

    public double LoadCpuMillisecondsPer1000Turns => LoadCpu.TotalMilliseconds * 1000 / Turns;
}

namespace SupervisorBot.Benchmarks.Latency;

/// <summary>A server that is pressed: in each round every inspector has one call taken over.</summary>
internal interface ITakeoverServer
{
    string Title { get; }

    /// <summary>Takes one call over for each inspector and measures it.</summary>
    Task<IReadOnlyList<TakeoverSample>> RunAsync(PressPattern pattern, CancellationToken cancellationToken);
}

namespace SupervisorBot.Benchmarks.Boards;

/// <summary>A whole run: the threads, and the bot's memory.</summary>
/// <param name="Boards">One for each thread.</param>
/// <param name="Changes">How many changes of state there were.</param>
/// <param name="Length">How long they came.</param>
/// <param name="HeapBytes">The bot's managed heap after a full collection: at the start, in the middle, at the end.</param>
/// <param name="Cores">The bot's CPU time, in cores.</param>
internal sealed record BoardRun(IReadOnlyList<BoardResult> Boards, int Changes, TimeSpan Length, IReadOnlyList<long> HeapBytes, double Cores);

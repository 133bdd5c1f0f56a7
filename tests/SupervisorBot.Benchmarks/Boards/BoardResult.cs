namespace SupervisorBot.Benchmarks.Boards;

/// <summary>What one thread with a live board got while agents changed their states.</summary>
/// <param name="Edits">How many edits.</param>
/// <param name="MostIn1s">The most within any second.</param>
/// <param name="MostIn30s">The most within any thirty seconds.</param>
/// <param name="PerHour">Edits an hour at this pace.</param>
/// <param name="LateMilliseconds">The longest from the gateway's answering of a reading to the edit that came of it, in milliseconds.</param>
/// <param name="IsRight">Whether the last edit shows as many agents in each state as there are.</param>
internal sealed record BoardResult(int Edits, int MostIn1s, int MostIn30s, double PerHour, double LateMilliseconds, bool IsRight);

namespace SupervisorBot.BotFramework.Permits;

/// <summary>No more than so many calls in any span of time of this length.</summary>
/// <param name="Count">How many; at least 1.</param>
/// <param name="Length">The span of time.</param>
public readonly record struct RateWindow(int Count, TimeSpan Length);

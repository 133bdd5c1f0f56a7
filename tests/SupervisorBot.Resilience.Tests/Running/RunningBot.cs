namespace SupervisorBot.Resilience.Tests.Running;

/// <summary>A bot that takes commands.</summary>
/// <param name="Process">Its process.</param>
/// <param name="Address">Where it listens.</param>
internal sealed record RunningBot(BotProcess Process, Uri Address);

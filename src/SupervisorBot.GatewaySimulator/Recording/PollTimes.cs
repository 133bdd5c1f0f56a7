namespace SupervisorBot.GatewaySimulator;

/// <summary>One poll of an agent.</summary>
/// <param name="Node">The gateway's node that received it.</param>
/// <param name="Began">When it arrived, by the simulator's clock.</param>
/// <param name="Ended">When it was answered or given up; <see langword="null"/> while it is open.</param>
public sealed record PollTimes(string Node, DateTimeOffset Began, DateTimeOffset? Ended);

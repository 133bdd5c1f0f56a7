namespace SupervisorBot.BotFramework.Channel;

/// <summary>Real chance; not secret, so the ordinary generator serves.</summary>
public sealed class RandomJitter : IJitter
{
    /// <inheritdoc/>
#pragma warning disable CA5394 // It spreads retries in time and protects nothing.
    public double Next() => Random.Shared.NextDouble();
#pragma warning restore CA5394
}

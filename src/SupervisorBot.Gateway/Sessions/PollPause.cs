namespace SupervisorBot.Gateway.Sessions;

/// <summary>
/// How long to wait before the next poll. The gateway signs an agent out who has not polled for two minutes (CEC API reference cec_07_1202), so the pauses
/// after failures grow, differ at random and never use that time up.
/// </summary>
public static class PollPause
{
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// The time without a poll, or a handshake, after which the gateway signs an agent out, and after which a Guid expires (GUIDTIMEOUT): two minutes.
    /// </summary>
    public static TimeSpan SignOutLimit { get; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The pause after a poll. After an event it is the shortest allowed, as more may wait; after an empty answer any in the allowed range. After
    /// failures it doubles from 0.4 s up to <paramref name="ceiling"/>, between half of that and all of it at random, and is never more than a
    /// fifth of what is left of <see cref="SignOutLimit"/>: so as long as any of it is left several more polls fit in. Once it is over, only the ceiling counts.
    /// </summary>
    /// <param name="hadEvent">Whether the poll brought an event.</param>
    /// <param name="failuresInARow">How many polls in a row have failed, this one included; 0 after an answer.</param>
    /// <param name="sinceAnswer">The time since the last poll that was answered.</param>
    /// <param name="ceiling">The longest pause after failures.</param>
    /// <param name="options">The range of ordinary pauses; its minimum is kept to always.</param>
    /// <param name="random">A random number from 0 to 1.</param>
    /// <returns>The pause.</returns>
    public static TimeSpan After(
        bool hadEvent, int failuresInARow, TimeSpan sinceAnswer, TimeSpan ceiling, GatewayOptions options, double random)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(failuresInARow);
        if (failuresInARow == 0)
        {
            return hadEvent ? options.PollPauseMinimum : options.PollPauseMinimum + ((options.PollPauseMaximum - options.PollPauseMinimum) * random);
        }

        var grown = FirstBackOff * Math.Pow(2, Math.Min(failuresInARow, 16));
        var left = SignOutLimit - sinceAnswer;
        var longest = Shorter(grown, ceiling);
        longest = left > TimeSpan.Zero ? Shorter(longest, left / 5) : longest;
        var pause = longest * (0.5 + (random / 2));
        return pause > options.PollPauseMinimum ? pause : options.PollPauseMinimum;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

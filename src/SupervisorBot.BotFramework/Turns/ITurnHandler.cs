using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Turns;

/// <summary>The inbound port: what the bot does with an activity. Resolved from a scope of its own for each turn.</summary>
public interface ITurnHandler
{
    /// <summary>Handles one activity. Turns of one conversation come one after another, except that invokes never wait for others.</summary>
    /// <param name="turn">The activity, where it came from, and the way to answer.</param>
    /// <param name="ct">Cancelled when the turn has taken too long or the bot stops; for an invoke, when its time to answer is over.</param>
    /// <returns>The answer to an invoke; null for every other activity, and for an invoke that is unknown here (501).</returns>
    Task<InvokeResponse?> HandleAsync(Turn turn, CancellationToken ct);
}

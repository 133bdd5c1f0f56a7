using System.Globalization;
using SupervisorBot.Chat.Agents;
using SupervisorBot.Supervision.Agents;

namespace SupervisorBot.Chat.Watches;

/// <summary>Finds what a rule holds for. An occurrence is an agent with a call, or with the beginning of a state.</summary>
internal static class WatchFinder
{
    /// <summary>
    /// The beginning of a state is not told to the second, and after a restart it is told anew: it is named by the span that it falls into, and by those
    /// before and after it.
    /// </summary>
    private const int SpanSeconds = 30;

    /// <summary>What a rule holds for in a reading; sign-ins and sign-outs are no state and are found by <see cref="Presence"/>.</summary>
    public static IEnumerable<WatchOccurrence> Find(WatchRule rule, RosterView roster) => roster.Agents
        .Where(agent => rule.IsAbout(agent, roster.Team is not null))
        .Select(agent => Find(rule, agent, roster.AsOf))
        .OfType<WatchOccurrence>();

    private static WatchOccurrence? Find(WatchRule rule, AgentView agent, DateTimeOffset asOf) => rule.Kind switch
    {
        WatchKind.Call when agent is { IsTalking: true, Call: { AnsweredAt: { } since } call } => Of(rule, agent, asOf - since, call.CallId),
        WatchKind.Hold when agent.Call is { HeldSince: { } since, HeldCallId: { } held } => Of(rule, agent, asOf - since, held),
        WatchKind.State when rule.State is { } state && agent.StateSince is { } since && agent.IsIn(state) => Of(rule, agent, asOf - since, Spans(since)),
        _ => null,
    };

    /// <summary>That an agent signed in or out.</summary>
    public static WatchOccurrence Presence(WatchRule rule, AgentView agent, DateTimeOffset at) =>
        new(rule, agent, TimeSpan.Zero, [Name(rule, agent, at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))]);

    private static WatchOccurrence? Of(WatchRule rule, AgentView agent, TimeSpan lasted, params IReadOnlyList<string> what) =>
        lasted < rule.Longer ? null : new WatchOccurrence(rule, agent, lasted, [.. what.Select(name => Name(rule, agent, name))]);

    private static string Name(WatchRule rule, AgentView agent, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{rule.Number}:{rule.Kind}:{agent.WorkNo}:{what}");

    private static string[] Spans(DateTimeOffset since)
    {
        var span = since.ToUnixTimeSeconds() / SpanSeconds;
        return [.. new[] { span, span - 1, span + 1 }.Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }
}

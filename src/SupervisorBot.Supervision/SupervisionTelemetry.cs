using System.Diagnostics;
using System.Diagnostics.Metrics;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Supervision;

/// <summary>What supervision measures.</summary>
public static class SupervisionTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "SupervisorBot.Supervision";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Interceptions =
        Meter.CreateCounter<long>("supervisorbot.interceptions", description: "Interceptions decided, by outcome.");

    private static readonly Counter<long> Sent =
        Meter.CreateCounter<long>("supervisorbot.intercepts.sent", description: "Intercepts sent to the gateway; one for each interception at most.");

    private static readonly Histogram<double> Turns =
        Meter.CreateHistogram<double>("supervisorbot.session.turn.duration", "s", "How long one turn of a session takes, its storing included.");

    private static readonly UpDownCounter<int> SignedIn =
        Meter.CreateUpDownCounter<int>("supervisorbot.sessions.signed_in", description: "Inspectors signed in.");

    /// <summary>Spans of supervision.</summary>
    internal static ActivitySource Source { get; } = new(Name);

    internal static void InterceptionDecided(InterceptionOutcome outcome) => Interceptions.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString()));

    internal static void InterceptSent() => Sent.Add(1);

    internal static void TurnTook(TimeSpan duration, string input) => Turns.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("input", input));

    internal static void SignedInChanged(int by) => SignedIn.Add(by);
}

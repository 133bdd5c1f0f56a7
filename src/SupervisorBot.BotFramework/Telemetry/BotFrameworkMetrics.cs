using System.Diagnostics.Metrics;

namespace SupervisorBot.BotFramework.Telemetry;

/// <summary>The instruments behind <see cref="BotFrameworkTelemetry"/>.</summary>
internal sealed class BotFrameworkMetrics
{
    private readonly Counter<long> _turns;
    private readonly Histogram<double> _answer;
    private readonly Histogram<double> _turnWait;
    private readonly Histogram<double> _turn;
    private readonly Counter<long> _posts;
    private readonly Histogram<double> _postWait;
    private readonly Histogram<double> _post;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _failures;
    private readonly Histogram<double> _rateWait;

    public BotFrameworkMetrics(IMeterFactory factory)
    {
        Meter meter = factory.Create(BotFrameworkTelemetry.Name);
        _turns = meter.CreateCounter<long>(BotFrameworkTelemetry.Turns, "{turn}", "Activities accepted or refused.");
        _answer = meter.CreateHistogram<double>(BotFrameworkTelemetry.AnswerDuration, "s", "Arrival of an activity to the end of its answer.");
        _turnWait = meter.CreateHistogram<double>(BotFrameworkTelemetry.TurnWait, "s", "Acceptance of an activity to the start of its handler.");
        _turn = meter.CreateHistogram<double>(BotFrameworkTelemetry.TurnDuration, "s", "The handler's own time.");
        _posts = meter.CreateCounter<long>(BotFrameworkTelemetry.Posts, "{post}", "Posts and edits of threads.");
        _postWait = meter.CreateHistogram<double>(BotFrameworkTelemetry.PostWait, "s", "A post's time in its thread's queue.");
        _post = meter.CreateHistogram<double>(BotFrameworkTelemetry.PostDuration, "s", "A post's time at the channel.");
        _retries = meter.CreateCounter<long>(BotFrameworkTelemetry.Retries, "{retry}", "Calls to the connector that were tried again.");
        _rateWait = meter.CreateHistogram<double>(BotFrameworkTelemetry.RateWait, "s", "A call's wait to keep within the channel's rates.");
        _failures = meter.CreateCounter<long>(BotFrameworkTelemetry.Failures, "{call}", "Calls to the connector that failed for good.");
    }

    public void TurnArrived(string type, string outcome) => _turns.Add(1, new("type", Known(type)), new("outcome", outcome));

    public void TurnAnswered(string type, TimeSpan took) => _answer.Record(took.TotalSeconds, new KeyValuePair<string, object?>("type", Known(type)));

    public void TurnWaited(TimeSpan took) => _turnWait.Record(took.TotalSeconds);

    public void TurnHandled(string type, string outcome, TimeSpan took) => _turn.Record(took.TotalSeconds, new("type", Known(type)), new("outcome", outcome));

    public void PostLeft(TimeSpan waited) => _postWait.Record(waited.TotalSeconds);

    public void Posted(string operation, string outcome, TimeSpan took)
    {
        _posts.Add(1, new("operation", operation), new("outcome", outcome));
        _post.Record(took.TotalSeconds, new KeyValuePair<string, object?>("operation", operation));
    }

    public void Retried(int status) => _retries.Add(1, new KeyValuePair<string, object?>("status", status));

    public void HeldBack(TimeSpan took) => _rateWait.Record(took.TotalSeconds);

    public void CallFailed(string operation, string kind) => _failures.Add(1, new("operation", operation), new("kind", kind));

    // A sender may put anything into the type: what is not known is counted together, so that it cannot swell the series.
    private static string Known(string type) =>
        type is Schema.ActivityTypes.Message or Schema.ActivityTypes.Invoke or Schema.ActivityTypes.ConversationUpdate or Schema.ActivityTypes.InstallationUpdate
            or Schema.ActivityTypes.MessageUpdate or Schema.ActivityTypes.MessageDelete or Schema.ActivityTypes.MessageReaction or Schema.ActivityTypes.Typing
            ? type
            : "other";
}

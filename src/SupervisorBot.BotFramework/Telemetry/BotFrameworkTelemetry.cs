using System.Diagnostics;

namespace SupervisorBot.BotFramework.Telemetry;

/// <summary>The names of this project's telemetry; all durations are in seconds.</summary>
public static class BotFrameworkTelemetry
{
    /// <summary>The name of the Meter and of the ActivitySource.</summary>
    public const string Name = "SupervisorBot.BotFramework";

    /// <summary>Counter: activities accepted or refused, by <c>type</c> and <c>outcome</c>.</summary>
    public const string Turns = "supervisorbot.turns";

    /// <summary>Histogram: from the arrival of an activity to the end of its HTTP answer, by <c>type</c>.</summary>
    public const string AnswerDuration = "supervisorbot.turn.answer.duration";

    /// <summary>Histogram: from the acceptance of an activity to the start of its handler.</summary>
    public const string TurnWait = "supervisorbot.turn.wait.duration";

    /// <summary>Histogram: the handler's own time, by <c>type</c> and <c>outcome</c>.</summary>
    public const string TurnDuration = "supervisorbot.turn.duration";

    /// <summary>Counter: posts and edits that went through a thread's queue, by <c>operation</c> and <c>outcome</c>.</summary>
    public const string Posts = "supervisorbot.posts";

    /// <summary>Histogram: from handing a post over to its leaving the thread's queue, holds included.</summary>
    public const string PostWait = "supervisorbot.post.wait.duration";

    /// <summary>Histogram: from a post's leaving the queue to the channel's answer, retries included, by <c>operation</c>.</summary>
    public const string PostDuration = "supervisorbot.post.duration";

    /// <summary>Counter: calls to the connector that were tried again, by <c>status</c>.</summary>
    public const string Retries = "supervisorbot.connector.retries";

    /// <summary>Counter: calls to the connector that failed for good, by <c>operation</c> and <c>kind</c>.</summary>
    public const string Failures = "supervisorbot.connector.failures";

    /// <summary>Histogram: how long a call waited to keep within the channel's rates; those that did not wait are not counted.</summary>
    public const string RateWait = "supervisorbot.connector.rate.wait.duration";

    internal static ActivitySource Source { get; } = new(Name);
}

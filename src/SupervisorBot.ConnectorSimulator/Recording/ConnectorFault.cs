using System.Globalization;

namespace SupervisorBot.ConnectorSimulator.Recording;

/// <summary>What the connector does instead of its duty, or with its answer.</summary>
public sealed record ConnectorFault
{
    private ConnectorFault()
    {
    }

    /// <summary>The status to answer; 0 to answer what the duty comes to.</summary>
    public int Status { get; private init; }

    /// <summary>The error code in the body.</summary>
    public string Code { get; private init; } = "Error";

    /// <summary>The Retry-After header: seconds or an HTTP date.</summary>
    public string? RetryAfter { get; private init; }

    /// <summary>What becomes of the answer.</summary>
    public AnswerFate Answer { get; private init; }

    /// <summary>False to leave the duty undone.</summary>
    public bool DoesDuty { get; private init; } = true;

    /// <summary>How long to wait before answering.</summary>
    public TimeSpan Delay { get; private init; }

    /// <summary>Answers a status with an error body and does nothing.</summary>
    /// <param name="status">400–599.</param>
    /// <param name="code">The error code, like those of <see cref="ConnectorErrors"/>.</param>
    /// <param name="retryAfter">The Retry-After header, or null.</param>
    public static ConnectorFault Refuse(int status, string code = "Error", string? retryAfter = null) =>
        new() { Status = status, Code = code, RetryAfter = retryAfter, DoesDuty = false };

    /// <summary>Answers 429 and does nothing.</summary>
    /// <param name="retryAfter">The Retry-After header in whole seconds; null for none.</param>
    public static ConnectorFault Throttle(TimeSpan? retryAfter = null) => Refuse(
        429, ConnectorErrors.TooManyRequests, retryAfter is { } wait ? Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null);

    /// <summary>Does the duty and closes the connection instead of answering: the message is there, and its sender cannot know.</summary>
    public static ConnectorFault DropAnswer() => new() { Answer = AnswerFate.Dropped };

    /// <summary>Does the duty and closes the connection in the middle of the answer.</summary>
    public static ConnectorFault CutAnswer() => new() { Answer = AnswerFate.Cut };

    /// <summary>Does nothing and closes the connection.</summary>
    public static ConnectorFault DropRequest() => new() { Answer = AnswerFate.Dropped, DoesDuty = false };

    /// <summary>Never answers; the connection stays open until the sender gives up.</summary>
    /// <param name="doesDuty">Whether the duty is done all the same.</param>
    public static ConnectorFault NeverAnswer(bool doesDuty = false) => new() { Answer = AnswerFate.Withheld, DoesDuty = doesDuty };

    /// <summary>Does the duty and answers late.</summary>
    /// <param name="delay">How late.</param>
    public static ConnectorFault AnswerAfter(TimeSpan delay) => new() { Delay = delay };
}

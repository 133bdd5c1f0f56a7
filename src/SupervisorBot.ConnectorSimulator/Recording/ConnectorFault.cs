namespace SupervisorBot.ConnectorSimulator.Recording;

/// <summary>What the connector does instead of its duty.</summary>
public sealed record ConnectorFault
{
    private ConnectorFault()
    {
    }

    /// <summary>The status to answer; 0 to do the duty (after <see cref="Delay"/>).</summary>
    public int Status { get; private init; }

    /// <summary>The error code in the body.</summary>
    public string Code { get; private init; } = "Error";

    /// <summary>The Retry-After header: seconds or an HTTP date.</summary>
    public string? RetryAfter { get; private init; }

    /// <summary>True to do the duty and then close the connection without a word.</summary>
    public bool DropsAnswer { get; private init; }

    /// <summary>How long to wait before answering.</summary>
    public TimeSpan Delay { get; private init; }

    /// <summary>Answers a status with an error body and does nothing.</summary>
    /// <param name="status">400–599.</param>
    /// <param name="code">The error code, like <c>BotNotInConversationRoster</c>.</param>
    /// <param name="retryAfter">The Retry-After header, or null.</param>
    public static ConnectorFault Refuse(int status, string code = "Error", string? retryAfter = null) =>
        new() { Status = status, Code = code, RetryAfter = retryAfter };

    /// <summary>Does the duty and closes the connection instead of answering.</summary>
    public static ConnectorFault DropAnswer() => new() { DropsAnswer = true };

    /// <summary>Does the duty and answers late.</summary>
    /// <param name="delay">How late.</param>
    public static ConnectorFault AnswerAfter(TimeSpan delay) => new() { Delay = delay };
}

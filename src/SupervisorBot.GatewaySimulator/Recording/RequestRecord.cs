namespace SupervisorBot.GatewaySimulator;

/// <summary>One request that reached the simulated gateway. It never carries a Guid, a cookie's value or a password.</summary>
public sealed record RequestRecord
{
    /// <summary>The number of a request that is counted but not kept.</summary>
    internal const long NotKept = 0;

    /// <summary>A running number in order of arrival, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it arrived, by the simulator's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it arrived, by <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/>.</summary>
    public required long ReceivedTimestamp { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path with its query, exactly as sent.</summary>
    public required string Path { get; init; }

    /// <summary>The gateway's node that received it, such as <c>AgentGateway0</c>.</summary>
    public required string Node { get; init; }

    /// <summary>The operation's name in the gateway's logs, such as <c>intercept</c>; <see langword="null"/> for an unknown path.</summary>
    public string? Operation { get; init; }

    /// <summary>The agent id in the path, as text.</summary>
    public string? AgentId { get; init; }

    /// <summary>The target's work number in the path or query, as text.</summary>
    public string? WorkNo { get; init; }

    /// <summary>The call id in the path or query, percent-decoded.</summary>
    public string? CallId { get; init; }

    /// <summary>The names of the headers that were present, sorted.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>The Content-Type, if present.</summary>
    public string? ContentType { get; init; }

    /// <summary>What the Guid was worth: <c>absent</c>, <c>current</c>, <c>previous</c>, <c>lapsed</c> or <c>unknown</c>.</summary>
    public string Guid { get; init; } = "absent";

    /// <summary>The body with passwords masked, at most 2,000 characters.</summary>
    public string Body { get; init; } = "";

    /// <summary>
    /// How it ended: <c>open</c> (not answered yet), <c>answered</c>, <c>dropped</c> unanswered or <c>cut</c> half-way by a fault, or
    /// <c>abandoned</c>: the connection ended before the answer did.
    /// </summary>
    public string Outcome { get; init; } = "open";

    /// <summary>The HTTP status answered.</summary>
    public int? Status { get; init; }

    /// <summary>
    /// What the gateway's own work came to, whatever was answered then: "0" means that it was done. <see langword="null"/> where it was
    /// refused before, or a fault struck instead.
    /// </summary>
    public string? ActedRetCode { get; init; }

    /// <summary>The result code answered, or meant to be.</summary>
    public string? RetCode { get; init; }

    /// <summary>The type of the event answered to a poll.</summary>
    public string? EventType { get; init; }

    /// <summary>Whether the answer carried Set-GUID.</summary>
    public bool SetGuid { get; init; }

    /// <summary>What the request did against the documents.</summary>
    public IReadOnlyList<string> Violations { get; init; } = [];

    /// <summary>The faults that struck it.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}

using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Supervision.History;

/// <summary>One act, from its beginning to its end, as the audit's entries tell it together. No customer's number is in it.</summary>
public sealed record HistoryLine
{
    /// <summary>What was done.</summary>
    public required HistoryKind Kind { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The agent id of the inspector who did it.</summary>
    public required int AgentId { get; init; }

    /// <summary>The Entra object id of that person; null where the audit does not tell it.</summary>
    public string? ObjectId { get; init; }

    /// <summary>That person's name; null where the audit does not tell it.</summary>
    public string? Name { get; init; }

    /// <summary>The agent whom it was done to.</summary>
    public int? WorkNo { get; init; }

    /// <summary>The call; null where the audit does not tell it, as of a monitoring.</summary>
    public string? CallId { get; init; }

    /// <summary>Why, in the person's own words.</summary>
    public string? Reason { get; init; }

    /// <summary>Who approved or declined it; null where nobody did.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>How an interception was decided; null for the rest, and as long as it is not.</summary>
    public InterceptionOutcome? Outcome { get; init; }

    /// <summary>How a monitoring ended; null for the rest, and as long as it goes on.</summary>
    public MonitoringEnd? End { get; init; }

    /// <summary>How the talk ended that an interception brought; null for the rest, and as long as it goes on.</summary>
    public TalkChange? TalkEnd { get; init; }

    /// <summary>Whether a monitoring, a forced state or the release of a call did not come about.</summary>
    public bool IsFailed { get; init; }

    /// <summary>Whether a forced state or the release of a call was accepted.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>What was in the way; null where nothing was, or it is not told.</summary>
    public ProblemKind? Problem { get; init; }

    /// <summary>The gateway's result code where it refused.</summary>
    public string? Code { get; init; }

    /// <summary>More, in the audit's fixed word: to which state an agent was forced.</summary>
    public string? Detail { get; init; }

    /// <summary>The ways of taking part that followed on the first one.</summary>
    public IReadOnlyList<HistoryKind> Switches { get; init; } = [];

    /// <summary>When the monitoring, or the talk with the customer, began; null where it did not.</summary>
    public DateTimeOffset? BeganAt { get; init; }

    /// <summary>When that ended; null where it did not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether it goes on, as far as was written down.</summary>
    public bool IsUnderWay => BeganAt is not null && EndedAt is null;

    /// <summary>How long it lasted; null where it did not begin, or goes on.</summary>
    public TimeSpan? Length => EndedAt - BeganAt;
}

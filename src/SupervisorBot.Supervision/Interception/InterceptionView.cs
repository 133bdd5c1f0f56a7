using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Supervision.Interception;

/// <summary>An interception as it is told to people.</summary>
[GenerateSerializer, Immutable]
public sealed record InterceptionView
{
    /// <summary>The operation's id.</summary>
    [Id(0)] public required Guid OperationId { get; init; }

    /// <summary>The inspector who asked.</summary>
    [Id(1)] public required Inspector Inspector { get; init; }

    /// <summary>Work number of the agent whose call is taken.</summary>
    [Id(2)] public required int WorkNo { get; init; }

    /// <summary>The agent's name, or empty when the roster does not tell it.</summary>
    [Id(3)] public string AgentName { get; init; } = "";

    /// <summary>The call to take.</summary>
    [Id(4)] public required string CallId { get; init; }

    /// <summary>The customer's number, masked.</summary>
    [Id(5)] public required MaskedNumber Customer { get; init; }

    /// <summary>The call's direction as the agent sees it.</summary>
    [Id(6)] public Agents.CallDirection Direction { get; init; }

    /// <summary>When the agent answered the call, if the gateway tells.</summary>
    [Id(7)] public DateTimeOffset? CallAnsweredAt { get; init; }

    /// <summary>Where it was asked.</summary>
    [Id(8)] public required RequestOrigin Origin { get; init; }

    /// <summary>How far it has come.</summary>
    [Id(9)] public required InterceptionStep Step { get; init; }

    /// <summary>How it ended, once <see cref="Step"/> is <see cref="InterceptionStep.Decided"/>.</summary>
    [Id(10)] public InterceptionOutcome? Outcome { get; init; }

    /// <summary>Details of a failure.</summary>
    [Id(11)] public Problem? Problem { get; init; }

    /// <summary>The inspector who has the call, for <see cref="InterceptionOutcome.TakenByAnother"/>.</summary>
    [Id(12)] public string? TakenBy { get; init; }

    /// <summary>When it was proposed.</summary>
    [Id(13)] public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>When the confirmation expires.</summary>
    [Id(14)] public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was confirmed or cancelled by a press.</summary>
    [Id(15)] public DateTimeOffset? PressedAt { get; init; }

    /// <summary>When the intercept left for the gateway; null as long as it did not.</summary>
    [Id(16)] public DateTimeOffset? SentAt { get; init; }

    /// <summary>When the outcome was known.</summary>
    [Id(17)] public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Whether the bot attached the inspector for this interception (they did not monitor the agent before).</summary>
    [Id(18)] public bool Attached { get; init; }

    /// <summary>Whose approval it needs.</summary>
    [Id(19)] public ApprovalRule Approval { get; init; }

    /// <summary>Those who are asked to approve it in their personal chats.</summary>
    [Id(20)] public ValueList<ApproverPlace> Approvers { get; init; } = [];

    /// <summary>Who approved or declined it; null as long as nobody did.</summary>
    [Id(21)] public ApprovalAnswer? Answer { get; init; }

    /// <summary>Whether it asks for a reason.</summary>
    [Id(22)] public ReasonRule ReasonRule { get; init; }

    /// <summary>The reasons to choose from; none for a free text.</summary>
    [Id(23)] public ValueList<string> Reasons { get; init; } = [];

    /// <summary>Why the call is taken over, in the inspector's words; null where that was not asked or not said.</summary>
    [Id(24)] public string? Reason { get; init; }

    /// <summary>Whether it waits for a press, and nothing was begun: for the confirmation, or for an approval.</summary>
    public bool AwaitsPress => Step is InterceptionStep.Proposed or InterceptionStep.AwaitingApproval;
}

using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Supervision.Interception.Stored;

/// <summary>
/// An interception as it is stored. It is a shape of its own, so that what is stored stays readable when the program's records
/// change: members are only ever added, and each has to be allowed to be absent.
/// </summary>
internal sealed record InterceptionShape
{
    public required Guid OperationId { get; init; }

    public required InspectorPart Inspector { get; init; }

    public required int WorkNo { get; init; }

    public string? AgentName { get; init; }

    public required string CallId { get; init; }

    /// <summary>The customer's number with all but its end masked.</summary>
    public string? Customer { get; init; }

    /// <summary>The customer's full number: only until the interception is decided, for the talk has to be recognised by it no longer then.</summary>
    public string? CustomerNumber { get; init; }

    public CallDirection Direction { get; init; }

    public DateTimeOffset? CallAnsweredAt { get; init; }

    public required string Origin { get; init; }

    public required InterceptionStep Step { get; init; }

    public InterceptionOutcome? Outcome { get; init; }

    public ProblemPart? Problem { get; init; }

    public string? TakenBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? PressedAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public bool Attached { get; init; }

    public ApprovalRule Approval { get; init; }

    public IReadOnlyList<ApproverPart>? Approvers { get; init; }

    public AnswerPart? Answer { get; init; }

    public ReasonRule ReasonRule { get; init; }

    public IReadOnlyList<string>? Reasons { get; init; }

    public string? Reason { get; init; }

    public required int Version { get; init; }

    public required long Token { get; init; }

    public static InterceptionShape Of(InterceptionRecord record)
    {
        var view = record.View;
        return new InterceptionShape
        {
            OperationId = view.OperationId,
            Inspector = new InspectorPart(view.Inspector.EntraObjectId, view.Inspector.AgentId, view.Inspector.DisplayName, view.Inspector.PhoneNumber),
            WorkNo = view.WorkNo,
            AgentName = view.AgentName.Length == 0 ? null : view.AgentName,
            CallId = view.CallId,
            Customer = view.Customer.IsUnknown ? null : view.Customer.Text,
            CustomerNumber = view.Step == InterceptionStep.Decided ? null : record.CustomerNumber,
            Direction = view.Direction,
            CallAnsweredAt = view.CallAnsweredAt,
            Origin = view.Origin.Value,
            Step = view.Step,
            Outcome = view.Outcome,
            Problem = view.Problem is { } problem ? new ProblemPart(problem.Kind, problem.Code) : null,
            TakenBy = view.TakenBy,
            ProposedAt = view.ProposedAt,
            ExpiresAt = view.ExpiresAt,
            PressedAt = view.PressedAt,
            SentAt = view.SentAt,
            DecidedAt = view.DecidedAt,
            Attached = view.Attached,
            Approval = view.Approval,
            Approvers = view.Approvers.Count == 0 ? null : [.. view.Approvers.Select(place => new ApproverPart(place.AgentId, place.Origin.Value))],
            Answer = view.Answer is { } answer ? new AnswerPart(answer.EntraObjectId, answer.AgentId, answer.Name, answer.Approved, answer.At) : null,
            ReasonRule = view.ReasonRule,
            Reasons = view.Reasons.Count == 0 ? null : [.. view.Reasons],
            Reason = view.Reason,
            Version = record.Version,
            Token = record.Token,
        };
    }

    public InterceptionRecord ToRecord()
    {
        var view = new InterceptionView
        {
            OperationId = OperationId,
            Inspector = new Inspector(Inspector.EntraObjectId, Inspector.AgentId, Inspector.DisplayName, Inspector.PhoneNumber),
            WorkNo = WorkNo,
            AgentName = AgentName ?? "",
            CallId = CallId,
            // Masking what is masked already changes nothing, and lets nothing unmasked in.
            Customer = MaskedNumber.Of(Customer),
            Direction = Direction,
            CallAnsweredAt = CallAnsweredAt,
            Origin = new RequestOrigin(Origin),
            Step = Step,
            Outcome = Outcome,
            Problem = Problem is { } problem ? new Problem(problem.Kind, problem.Code) : null,
            TakenBy = TakenBy,
            ProposedAt = ProposedAt,
            ExpiresAt = ExpiresAt,
            PressedAt = PressedAt,
            SentAt = SentAt,
            DecidedAt = DecidedAt,
            Attached = Attached,
            Approval = Approval,
            Approvers = [.. (Approvers ?? []).Select(place => new ApproverPlace(place.AgentId, new RequestOrigin(place.Origin)))],
            Answer = Answer is { } answer ? new ApprovalAnswer(answer.EntraObjectId, answer.AgentId, answer.Name, answer.Approved, answer.At) : null,
            ReasonRule = ReasonRule,
            Reasons = [.. Reasons ?? []],
            Reason = Reason,
        };
        return new InterceptionRecord(view, CustomerNumber, Version, Token);
    }

    /// <summary>Names the interception without the customer's number.</summary>
    public override string ToString() => $"{nameof(InterceptionShape)} {OperationId:N}, {Step}";

    /// <summary>The inspector who asked, as they were then.</summary>
    internal sealed record InspectorPart(string EntraObjectId, int AgentId, string DisplayName, string PhoneNumber);

    /// <summary>Somebody who may approve it, and where they are asked.</summary>
    internal sealed record ApproverPart(int AgentId, string Origin);

    /// <summary>Who approved or declined it.</summary>
    internal sealed record AnswerPart(string EntraObjectId, int AgentId, string Name, bool Approved, DateTimeOffset At);

    /// <summary>Details of a failure.</summary>
    internal sealed record ProblemPart(ProblemKind Kind, string? Code = null);
}

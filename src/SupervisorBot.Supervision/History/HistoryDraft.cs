using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Supervision.History;

/// <summary>A line while its entries are gone along, the oldest first.</summary>
internal sealed class HistoryDraft
{
    public HistoryDraft(HistoryKind kind, AuditRecord asked) => Line = new HistoryLine
    {
        Kind = kind,
        At = asked.At,
        AgentId = asked.Entry.Actor.AgentId ?? 0,
        ObjectId = asked.Entry.Actor.ObjectId,
        Name = asked.Entry.Actor.Name,
        WorkNo = asked.Entry.WorkNo,
        CallId = asked.Entry.CallId,
        Reason = asked.Entry.Reason,
        Detail = asked.Entry.Detail,
    };

    public HistoryLine Line { get; private set; }

    /// <summary>A stage of an interception.</summary>
    public void Intercepted(AuditRecord record)
    {
        var entry = record.Entry;
        Line = entry.Stage switch
        {
            AuditStage.Approved or AuditStage.Declined => Line with { DecidedBy = entry.Actor.Name },
            AuditStage.Decided or AuditStage.Cancelled or AuditStage.Expired when Read<InterceptionOutcome>(entry.Outcome) is { } outcome =>
                Line with { Outcome = outcome, Code = entry.Code, Problem = Read<ProblemKind>(entry.Detail) },
            AuditStage.Started => Line with { BeganAt = record.At },
            AuditStage.Ended => Line with { EndedAt = record.At, TalkEnd = Read<TalkChange>(entry.Detail) },
            _ => Line,
        };
        // The reason is given with the confirmation; the call may be told later than the agent.
        Line = Line with { Reason = entry.Reason ?? Line.Reason, CallId = entry.CallId ?? Line.CallId };
    }

    /// <summary>A stage of a monitoring.</summary>
    /// <returns>Whether it was the last.</returns>
    public bool Monitored(AuditRecord record)
    {
        var entry = record.Entry;
        switch (entry.Stage)
        {
            case AuditStage.Started:
                Line = Line with { BeganAt = record.At };
                return false;
            case AuditStage.Changed when Read<HistoryKind>(entry.Detail) is { } mode:
                Line = Line with { Switches = [.. Line.Switches, mode] };
                return false;
            case AuditStage.Ended when entry.Outcome is null:
                Line = Line with { EndedAt = record.At, End = Read<MonitoringEnd>(entry.Detail) };
                return true;
            case AuditStage.Ended or AuditStage.Decided:
                Line = Line with { IsFailed = true, Code = entry.Code, Problem = Read<ProblemKind>(entry.Detail) };
                return true;
            default:
                return false;
        }
    }

    /// <summary>A stage of something that does not last.</summary>
    /// <returns>Whether it was the last.</returns>
    public bool Forced(AuditRecord record)
    {
        var entry = record.Entry;
        switch (entry.Stage)
        {
            case AuditStage.Confirmed or AuditStage.Sent:
                Line = Line with { Reason = entry.Reason ?? Line.Reason, Detail = entry.Detail ?? Line.Detail };
                return false;
            case AuditStage.Answered or AuditStage.Decided when IsAccepted(entry):
                // What the gateway accepted may still turn out not to be done.
                Line = Line with { IsAccepted = true };
                return entry.Stage == AuditStage.Decided;
            case AuditStage.Answered or AuditStage.Decided:
                Line = Line with { IsAccepted = false, IsFailed = true, Code = entry.Code, Problem = Read<ProblemKind>(entry.Detail) };
                return entry.Stage == AuditStage.Decided;
            default:
                return false;
        }
    }

    private static bool IsAccepted(AuditEntry entry) => entry.Code == "0" || entry.Outcome == nameof(InterceptionOutcome.Done);

    private static T? Read<T>(string? word)
        where T : struct, Enum => Enum.TryParse<T>(word, out var value) && Enum.IsDefined(value) ? value : null;
}

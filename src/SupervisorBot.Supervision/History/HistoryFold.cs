using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Supervision.History;

/// <summary>
/// Makes lines of entries: what belongs to one act is one line. An act of which the beginning is not among them belongs to an earlier time and is left out.
/// </summary>
internal sealed class HistoryFold
{
    private readonly List<HistoryDraft> _drafts = [];
    private readonly Dictionary<Guid, HistoryDraft> _interceptions = [];
    private readonly Dictionary<int, HistoryDraft> _monitorings = [];
    private readonly Dictionary<(HistoryKind Kind, int AgentId, int? WorkNo), HistoryDraft> _forced = [];

    private HistoryFold()
    {
    }

    /// <summary>The lines, the newest first.</summary>
    /// <param name="records">The entries, the oldest first.</param>
    public static IReadOnlyList<HistoryLine> Of(IEnumerable<AuditRecord> records)
    {
        var fold = new HistoryFold();
        foreach (var record in records)
        {
            fold.Take(record);
        }

        return [.. fold._drafts.Select(draft => draft.Line).Reverse()];
    }

    private void Take(AuditRecord record)
    {
        var entry = record.Entry;
        switch (entry.Act)
        {
            case AuditAct.Intercept when entry.OperationId is { } operation:
                TakeInterception(operation, record);
                break;
            case AuditAct.Listen or AuditAct.Whisper or AuditAct.Insert or AuditAct.Switch when entry.Actor.AgentId is { } inspector:
                TakeMonitoring(inspector, record);
                break;
            case AuditAct.Force when entry.Actor.AgentId is { } inspector:
                TakeForced((HistoryKind.Force, inspector, entry.WorkNo), record);
                break;
            case AuditAct.Drop when entry.Actor.AgentId is { } inspector:
                TakeForced((HistoryKind.Drop, inspector, entry.WorkNo), record);
                break;
        }
    }

    private void TakeInterception(Guid operation, AuditRecord record)
    {
        if (record.Entry.Stage == AuditStage.Asked && !_interceptions.ContainsKey(operation))
        {
            _interceptions[operation] = Begin(HistoryKind.Intercept, record);
        }
        else if (_interceptions.TryGetValue(operation, out var draft))
        {
            draft.Intercepted(record);
        }
    }

    private void TakeMonitoring(int inspector, AuditRecord record)
    {
        var entry = record.Entry;
        if (entry.OperationId is not null)
        {
            // The listening that an interception begins with is told by its own line.
            return;
        }

        if (entry.Stage == AuditStage.Asked)
        {
            if (KindOf(entry.Act) is { } kind)
            {
                _monitorings[inspector] = Begin(kind, record);
            }
        }
        else if (_monitorings.TryGetValue(inspector, out var draft) && draft.Line.WorkNo == entry.WorkNo && IsOfIt(entry, draft) && draft.Monitored(record))
        {
            _monitorings.Remove(inspector);
        }
    }

    private void TakeForced((HistoryKind Kind, int AgentId, int? WorkNo) who, AuditRecord record)
    {
        if (record.Entry.Stage == AuditStage.Asked)
        {
            _forced[who] = Begin(who.Kind, record);
        }
        else if (_forced.TryGetValue(who, out var draft) && draft.Forced(record))
        {
            _forced.Remove(who);
        }
    }

    // A switch that was refused by the gateway ends nothing.
    private static bool IsOfIt(AuditEntry entry, HistoryDraft draft) =>
        entry.Act != AuditAct.Switch || (entry.Stage == AuditStage.Changed && draft.Line.BeganAt is not null);

    private static HistoryKind? KindOf(AuditAct act) => act switch
    {
        AuditAct.Listen => HistoryKind.Listen,
        AuditAct.Whisper => HistoryKind.Whisper,
        AuditAct.Insert => HistoryKind.Insert,
        _ => null,
    };

    private HistoryDraft Begin(HistoryKind kind, AuditRecord record)
    {
        var draft = new HistoryDraft(kind, record);
        _drafts.Add(draft);
        return draft;
    }
}

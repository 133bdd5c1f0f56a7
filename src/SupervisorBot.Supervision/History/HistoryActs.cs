using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Supervision.History;

/// <summary>Which entries of the audit are of the history: what was done to agents and their calls. Refusals are not, since nothing was done.</summary>
public static class HistoryActs
{
    /// <summary>Whether an entry is of the history.</summary>
    /// <param name="entry">The entry.</param>
    public static bool Has(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Stage != AuditStage.Refused && entry.Act is not (AuditAct.SignIn or AuditAct.SignOut or AuditAct.List or AuditAct.History
            or AuditAct.Administer or AuditAct.Export or AuditAct.Press or AuditAct.Message);
    }
}

using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Supervision.Tests.Audit;

/// <summary>Entries in short: what, how far, and what is known beside.</summary>
internal static class AuditLines
{
    public static IEnumerable<string> Of(IEnumerable<AuditEntry> entries) => entries.Select(
        entry => string.Join(' ', ((string?[])[entry.Act.ToString(), entry.Stage.ToString(), entry.Outcome, entry.Code, entry.Detail]).Where(word => word is not null)));
}

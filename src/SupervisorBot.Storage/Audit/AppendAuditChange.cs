using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Storage.Audit;

/// <summary>Appends to the audit what no session's turn stores.</summary>
internal sealed class AppendAuditChange(AuditSigner signer, IReadOnlyList<AuditEntry> entries) : Change<bool>
{
    public override string Line => "audit";

    public override void Prepare(Batch batch) => batch.Audit.Want(batch);

    protected override bool Decide(Batch batch)
    {
        batch.Audit.Append(batch, signer, entries);
        return true;
    }
}

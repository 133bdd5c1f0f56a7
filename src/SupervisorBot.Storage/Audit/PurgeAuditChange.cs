using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Audit;

/// <summary>Removes rows from the audit's beginning that are past their time; the answer is how many, or null where what is there does not verify.</summary>
internal sealed class PurgeAuditChange(AuditSigner signer, DateTimeOffset oldest) : Change<int?>
{
    public override string Line => "audit";

    public override void Prepare(Batch batch) => batch.Audit.WantOldest(batch);

    protected override int? Decide(Batch batch) => batch.Audit.Purge(batch, signer, oldest);
}

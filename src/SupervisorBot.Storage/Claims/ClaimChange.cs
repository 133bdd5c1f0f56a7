using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Storage.Claims;

/// <summary>Claims a call, where no other interception has it.</summary>
internal sealed class ClaimChange(HeldClaim claim) : Change<ClaimAnswer>
{
    public override string Line => claim.Call.CallId;

    public override void Prepare(Batch batch) => batch.Claims.Want(batch, claim.Call);

    protected override ClaimAnswer Decide(Batch batch)
    {
        if (batch.Claims.Find(claim.Call) is { } held && held.OperationId != claim.OperationId && batch.Now < held.Until)
        {
            return new ClaimAnswer(false, held.Holder, held.AgentId);
        }

        batch.Claims.Put(batch, claim);
        return new ClaimAnswer(true, null);
    }
}

using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Storage.Claims;

/// <summary>
/// Claims a call, where no other interception has it. A claim that arrives when its interception is past claiming is not granted: whoever asked was
/// superseded, and the release that belongs to it may be over already.
/// </summary>
internal sealed class ClaimChange(HeldClaim claim) : Change<ClaimAnswer>
{
    public override string Line => claim.Call.CallId;

    public override void Prepare(Batch batch)
    {
        batch.Claims.Want(batch, claim.Call);
        // The session's commits, one of which releases the claim, wait meanwhile.
        batch.Sessions.Want(batch, claim.AgentId);
        batch.Sessions.WantInterception(claim.OperationId);
    }

    protected override ClaimAnswer Decide(Batch batch)
    {
        if (batch.Sessions.StepOf(claim.OperationId) is { } step && step != InterceptionStep.Claiming)
        {
            return new ClaimAnswer(false, null);
        }

        if (batch.Claims.Find(claim.Call) is { } held && held.OperationId != claim.OperationId && batch.Now < held.Until)
        {
            return new ClaimAnswer(false, held.Holder, held.AgentId);
        }

        batch.Claims.Put(batch, claim);
        return new ClaimAnswer(true, null);
    }
}

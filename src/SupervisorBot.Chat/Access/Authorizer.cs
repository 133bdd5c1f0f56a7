using SupervisorBot.Chat.Replies;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Chat.Access;

/// <summary>The one step that every command and every press takes before anything is done: whether this person may do it, with this agent.</summary>
internal sealed class Authorizer(IAccess access, AccessAudit audit)
{
    /// <summary>Why somebody may not; null where they may.</summary>
    /// <param name="turn">Their turn.</param>
    /// <param name="need">What it takes.</param>
    /// <param name="mode">The mode that is asked for, where it is one.</param>
    /// <param name="workNo">The agent who is named, or null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Denial?> WhyNotAsync(ChatTurn turn, Need need, MonitoringMode? mode, int? workNo, CancellationToken cancellationToken)
    {
        if (need.PermissionFor(mode) is not { } permission)
        {
            // Who is listed was asked when they were let in, a moment ago.
            return null;
        }

        var agent = need.IsOfAgent ? workNo : null;
        var decision = await access.DecideAsync(turn.Inspector, permission, agent, cancellationToken);
        if (decision.Refusal is not { } refusal)
        {
            return null;
        }

        await audit.WriteAsync(
            new AuditEntry { Act = AccessAudit.ActOf(permission), Stage = AuditStage.Refused, Actor = turn.Actor, WorkNo = agent, Detail = refusal.ToString() },
            cancellationToken);
        return new Denial(refusal, permission, agent);
    }
}

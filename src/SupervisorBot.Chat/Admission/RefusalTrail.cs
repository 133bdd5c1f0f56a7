using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Admission;

/// <summary>Writes into the audit what is refused before any session hears of it. Where that cannot be written it is logged, and refused all the same.</summary>
internal sealed class RefusalTrail(IAuditTrail trail, ILogger<RefusalTrail> logger)
{
    /// <summary>Writes a refusal down.</summary>
    /// <param name="act">What was wanted.</param>
    /// <param name="turn">Where, and by whom.</param>
    /// <param name="inspector">The inspector, where it is known who that is.</param>
    /// <param name="why">Why it was refused, in a fixed word.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WriteAsync(AuditAct act, Turn turn, Inspector? inspector, string why, CancellationToken cancellationToken)
    {
        var actor = new AuditActor(
            turn.Conversation.TenantId,
            turn.Activity.From?.AadObjectId,
            inspector?.DisplayName ?? turn.Activity.From?.Name,
            inspector?.AgentId,
            turn.Conversation.ConversationId);
        try
        {
            await trail.AppendAsync([new AuditEntry { Act = act, Stage = AuditStage.Refused, Actor = actor, Detail = why }], cancellationToken);
        }
#pragma warning disable CA1031 // Whatever keeps it from being written, it stays refused.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.RefusalNotAudited(logger, act, exception.GetType().Name);
        }
    }
}

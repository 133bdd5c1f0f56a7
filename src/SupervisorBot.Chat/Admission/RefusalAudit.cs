using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Admission;

/// <summary>
/// Writes down for good what was refused before it came to any session. What cannot be written down is refused all the same, counted, and told in the log.
/// </summary>
internal sealed class RefusalAudit(IAuditTrail trail, IOptions<ChatOptions> options, TimeProvider time, ILogger<RefusalAudit> logger)
{
    private const int LongestName = 100;

    /// <summary>Writes a refusal down. It waits for <see cref="ChatOptions.PressAnswerLimit"/> at most, and throws nothing.</summary>
    /// <param name="turn">What was refused.</param>
    /// <param name="act">What was wanted, as far as is known.</param>
    /// <param name="why">Why it was refused, in a fixed word.</param>
    /// <param name="inspector">Who wanted it, where that is an inspector.</param>
    /// <param name="workNo">The agent whom it was about.</param>
    /// <param name="operationId">The interception that it was about.</param>
    public async Task WriteAsync(Turn turn, AuditAct act, string why, Inspector? inspector = null, int? workNo = null, Guid? operationId = null)
    {
        var entry = new AuditEntry
        {
            Act = act,
            Stage = AuditStage.Refused,
            Actor = ActorOf(turn, inspector),
            At = time.GetUtcNow(),
            WorkNo = workNo,
            OperationId = operationId,
            Detail = why,
        };
        using var limit = new CancellationTokenSource(options.Value.PressAnswerLimit, time);
        try
        {
            await trail.AppendAsync([entry], limit.Token).WaitAsync(limit.Token);
        }
#pragma warning disable CA1031 // Whatever kept it from being written: it is refused in any case.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            ChatTelemetry.RefusalNotAudited(act.ToString());
            Log.RefusalNotAudited(logger, exception.GetType().Name, act, why, turn.Activity.Id);
        }
    }

    private static AuditActor ActorOf(Turn turn, Inspector? inspector)
    {
        var person = turn.Activity.From;
        var name = inspector?.DisplayName ?? person?.Name;
        return new AuditActor(
            turn.Conversation.TenantId,
            inspector?.EntraObjectId ?? person?.AadObjectId,
            name is null ? null : Markup.Cut(name, LongestName),
            inspector?.AgentId,
            turn.Conversation.ConversationId);
    }
}

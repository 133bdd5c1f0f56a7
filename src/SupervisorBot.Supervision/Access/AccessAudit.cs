using Microsoft.Extensions.Logging;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Supervision.Access;

/// <summary>Writes down who was refused what.</summary>
/// <param name="trail">Where to.</param>
/// <param name="logger">Told of what could not be written.</param>
public sealed class AccessAudit(IAuditTrail trail, ILogger<AccessAudit> logger)
{
    /// <summary>The act that a permission is for.</summary>
    public static AuditAct ActOf(Permission permission) => permission switch
    {
        Permission.List => AuditAct.List,
        Permission.Listen => AuditAct.Listen,
        Permission.Whisper => AuditAct.Whisper,
        Permission.Insert => AuditAct.Insert,
        Permission.Intercept => AuditAct.Intercept,
        Permission.Force => AuditAct.Force,
        Permission.History => AuditAct.History,
        Permission.Administer => AuditAct.Administer,
        _ => AuditAct.Message,
    };

    /// <summary>Writes an entry. A refusal stands whether it can be written or not.</summary>
    public async Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await trail.AppendAsync([entry], cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.RefusalNotAudited(logger, StoreUnavailableException.Unforeseen(exception));
        }
    }

    /// <summary>Writes down a refusal of the session's own.</summary>
    internal Task RefusedAsync(Inspector inspector, AuditPlace place, Permission? permission, int? workNo, Guid? operationId, AccessRefusal refusal) => WriteAsync(
        new AuditEntry
        {
            Act = permission is { } needed ? ActOf(needed) : AuditAct.Message,
            Stage = AuditStage.Refused,
            Actor = new AuditActor(place.TenantId, inspector.EntraObjectId, inspector.DisplayName, inspector.AgentId, place.ConversationId),
            WorkNo = workNo,
            OperationId = operationId,
            Detail = refusal.ToString(),
        },
        CancellationToken.None);
}

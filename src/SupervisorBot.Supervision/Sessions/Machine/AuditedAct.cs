using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>An entry of the audit, and the place that it is to be completed from.</summary>
internal sealed record AuditedAct(AuditEntry Entry, RequestOrigin? Origin);

using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Storage.Claims;

/// <summary>Claims in the database. Its key decides who came first; nothing else does.</summary>
internal sealed class DatabaseCallClaims(DatabaseWriter writer) : ICallClaims
{
    public Task<ClaimAnswer> TryClaimAsync(
        CallKey call, Guid operationId, int agentId, string holder, DateTimeOffset until, CancellationToken cancellationToken) =>
        writer.WriteAsync(new ClaimChange(new HeldClaim(call, operationId, agentId, holder, until)), cancellationToken);
}

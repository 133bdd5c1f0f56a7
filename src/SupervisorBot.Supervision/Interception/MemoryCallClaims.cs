namespace SupervisorBot.Supervision.Interception;

/// <summary>Claims that live as long as the process.</summary>
internal sealed class MemoryCallClaims(TimeProvider time) : ICallClaims
{
    private readonly Lock _gate = new();
    private readonly Dictionary<CallKey, Claim> _claims = [];

    public Task<ClaimAnswer> TryClaimAsync(
        CallKey call, Guid operationId, int agentId, string holder, DateTimeOffset until, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_claims.TryGetValue(call, out var held) && held.OperationId != operationId && time.GetUtcNow() < held.Until)
            {
                return Task.FromResult(new ClaimAnswer(false, held.Holder, held.AgentId));
            }

            _claims[call] = new Claim(operationId, agentId, holder, until);
            return Task.FromResult(new ClaimAnswer(true, null));
        }
    }

    /// <summary>Gives free what an interception has claimed.</summary>
    public void Release(Guid operationId)
    {
        lock (_gate)
        {
            foreach (var call in _claims.Where(claim => claim.Value.OperationId == operationId).Select(claim => claim.Key).ToList())
            {
                _claims.Remove(call);
            }
        }
    }

    private sealed record Claim(Guid OperationId, int AgentId, string Holder, DateTimeOffset Until);
}

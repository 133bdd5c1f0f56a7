using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Supervision.Desk;

/// <summary>Which inspector's session an operation belongs to, for as long as its outcome is kept.</summary>
internal sealed class OperationOwners(IOptions<InterceptionOptions> options) : IDisposable
{
    private readonly MemoryCache _owners = new(new MemoryCacheOptions());

    public void Remember(Guid operationId, int agentId) =>
        _owners.Set(operationId, agentId, options.Value.OutcomeLifetime + options.Value.ConfirmationLifetime);

    public int? Find(Guid operationId) => _owners.TryGetValue<int>(operationId, out var agentId) ? agentId : null;

    public void Dispose() => _owners.Dispose();
}

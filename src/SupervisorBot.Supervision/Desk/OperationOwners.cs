using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Supervision.Desk;

/// <summary>Which inspector's session an operation belongs to, for as long as its outcome is kept.</summary>
internal sealed class OperationOwners(ISessionStore store, IOptions<InterceptionOptions> options) : IDisposable
{
    private readonly MemoryCache _owners = new(new MemoryCacheOptions());

    public void Remember(Guid operationId, int agentId) =>
        _owners.Set(operationId, agentId, options.Value.OutcomeLifetime + options.Value.ConfirmationLifetime);

    /// <summary>The owner's agent id, from memory or, for what another process proposed, from the storage; null when nobody knows the operation.</summary>
    public async ValueTask<int?> FindAsync(Guid operationId, CancellationToken cancellationToken)
    {
        if (_owners.TryGetValue<int>(operationId, out var known))
        {
            return known;
        }

        if (await store.FindInspectorAsync(operationId, cancellationToken) is not { } stored)
        {
            return null;
        }

        Remember(operationId, stored);
        return stored;
    }

    public void Dispose() => _owners.Dispose();
}

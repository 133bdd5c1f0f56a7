using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace SupervisorBot.Supervision.Interception;

/// <summary>A journal that lives as long as the process.</summary>
internal sealed class MemoryInterceptionJournal(IOptions<InterceptionOptions> options, TimeProvider time) : IInterceptionJournal
{
    private readonly ConcurrentDictionary<Guid, InterceptionRecord> _records = new();

    public Task<IReadOnlyList<InterceptionRecord>> LoadAsync(int agentId, CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - options.Value.OutcomeLifetime;
        foreach (var old in _records.Values.Where(r => r.View.DecidedAt < oldest))
        {
            _records.TryRemove(old.View.OperationId, out _);
        }

        return Task.FromResult<IReadOnlyList<InterceptionRecord>>([.. _records.Values.Where(r => r.View.Inspector.AgentId == agentId)]);
    }

    public Task<IReadOnlyList<int>> FindOpenAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<int>>(
        [.. _records.Values.Where(r => r.View.DecidedAt is null).Select(r => r.View.Inspector.AgentId).Distinct()]);

    public Task<bool> TrySaveAsync(InterceptionRecord record, CancellationToken cancellationToken)
    {
        var id = record.View.OperationId;
        var saved = record.Version == 1
            ? _records.TryAdd(id, record)
            : _records.TryGetValue(id, out var stored) && stored.Version == record.Version - 1 && _records.TryUpdate(id, record, stored);
        return Task.FromResult(saved);
    }

    public Task<int?> FindOwnerAsync(Guid operationId, CancellationToken cancellationToken) =>
        Task.FromResult(_records.TryGetValue(operationId, out var record) ? (int?)record.View.Inspector.AgentId : null);
}

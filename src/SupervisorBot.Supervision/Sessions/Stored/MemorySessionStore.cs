using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Supervision.Sessions.Stored;

/// <summary>Sessions that live as long as the process.</summary>
internal sealed class MemorySessionStore(
    MemoryCallClaims claims, IOutboxStore outbox, MemoryAuditTrail audit, IOptions<InterceptionOptions> options, TimeProvider time) : ISessionStore, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<int, Entry> _sessions = [];
    private readonly Dictionary<Guid, InterceptionRecord> _interceptions = [];
    private readonly Dictionary<string, HandledRequest> _handled = [];
    private readonly Queue<(DateTimeOffset At, string RequestId)> _handledInOrder = new();

    public Task<StoredSession> OpenAsync(int agentId, string node, CancellationToken cancellationToken) => LockedAsync(
        () =>
        {
            Forget();
            var before = _sessions.GetValueOrDefault(agentId) ?? new Entry(0, null, null, null);
            var entry = before with { Epoch = before.Epoch + 1, Node = node };
            _sessions[agentId] = entry;
            return new StoredSession(
                entry.Epoch, entry.Snapshot, entry.StoredAt, [.. _interceptions.Values.Where(record => record.View.Inspector.AgentId == agentId)]);
        },
        cancellationToken);

    public async Task<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (Refuses(commit) is { } refused)
            {
                return refused;
            }

            // What can fail comes first: nothing else is stored then.
            if (commit.Messages.Count > 0)
            {
                await outbox.AddAsync(commit.Messages, CancellationToken.None);
            }

            Apply(commit);
            return CommitResult.Committed;
        }
        finally
        {
            _gate.Release();
        }
    }

    public Task ReleaseAsync(int agentId, long epoch, CancellationToken cancellationToken) => LockedAsync(
        () =>
        {
            if (_sessions.TryGetValue(agentId, out var entry) && entry.Epoch == epoch)
            {
                _sessions[agentId] = entry with { Node = null };
            }

            return true;
        },
        cancellationToken);

    public Task<IReadOnlyList<SessionOwner>> FindAwakeAsync(CancellationToken cancellationToken) => LockedAsync<IReadOnlyList<SessionOwner>>(
        () =>
        {
            var undecided = _interceptions.Values
                .Where(record => record.View.Step != InterceptionStep.Decided).Select(record => record.View.Inspector.AgentId).ToHashSet();
            return
            [
                .. from session in _sessions
                   where session.Value.Snapshot is { IsAwake: true } || undecided.Contains(session.Key)
                   select new SessionOwner(session.Key, session.Value.Epoch, session.Value.Node),
            ];
        },
        cancellationToken);

    public Task<HandledRequest?> FindHandledAsync(string requestId, CancellationToken cancellationToken) =>
        LockedAsync(() => _handled.GetValueOrDefault(requestId), cancellationToken);

    public Task<int?> FindInspectorAsync(Guid operationId, CancellationToken cancellationToken) => LockedAsync(
        () => _interceptions.TryGetValue(operationId, out var record) ? record.View.Inspector.AgentId : (int?)null, cancellationToken);

    public void Dispose() => _gate.Dispose();

    private CommitResult? Refuses(SessionCommit commit)
    {
        if (!_sessions.TryGetValue(commit.AgentId, out var entry) || entry.Epoch != commit.Epoch)
        {
            return CommitResult.Superseded;
        }

        if (entry.LastCommit == commit.Id)
        {
            // It was stored, and its answer was lost.
            return CommitResult.Committed;
        }

        if (commit.Handled is { } handled && _handled.ContainsKey(handled.RequestId))
        {
            return CommitResult.RequestKnown;
        }

        return commit.Interceptions.All(IsNext) ? null : CommitResult.Superseded;
    }

    private bool IsNext(InterceptionRecord record) =>
        (_interceptions.TryGetValue(record.View.OperationId, out var stored) ? stored.Version : 0) == record.Version - 1;

    private void Apply(SessionCommit commit)
    {
        var now = time.GetUtcNow();
        _sessions[commit.AgentId] = _sessions[commit.AgentId] with { LastCommit = commit.Id };
        if (commit.Session is not null)
        {
            _sessions[commit.AgentId] = _sessions[commit.AgentId] with { Snapshot = commit.Session, StoredAt = now };
        }

        foreach (var record in commit.Interceptions)
        {
            _interceptions[record.View.OperationId] = record;
        }

        if (commit.Handled is { } handled)
        {
            _handled.Add(handled.RequestId, handled);
            _handledInOrder.Enqueue((now, handled.RequestId));
            ForgetHandled(now - options.Value.OutcomeLifetime);
        }

        foreach (var operationId in commit.ReleasedClaims)
        {
            claims.Release(operationId);
        }

        audit.Append(commit.Audit);
    }

    /// <summary>What is past its lifetime is let go, as a database's purge does.</summary>
    private void Forget()
    {
        var oldest = time.GetUtcNow() - options.Value.OutcomeLifetime;
        foreach (var old in _interceptions.Values.Where(record => record.View.DecidedAt < oldest).ToList())
        {
            _interceptions.Remove(old.View.OperationId);
        }

        ForgetHandled(oldest);
    }

    private void ForgetHandled(DateTimeOffset oldest)
    {
        while (_handledInOrder.TryPeek(out var first) && first.At < oldest)
        {
            _handled.Remove(_handledInOrder.Dequeue().RequestId);
        }
    }

    private async Task<T> LockedAsync<T>(Func<T> act, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return act();
        }
        finally
        {
            _gate.Release();
        }
    }

    private sealed record Entry(long Epoch, string? Node, SessionSnapshot? Snapshot, DateTimeOffset? StoredAt, Guid? LastCommit = null);
}

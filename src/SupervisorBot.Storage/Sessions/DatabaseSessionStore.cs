using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.Storage.Audit;
using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Interception.Stored;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Sessions;

/// <summary>Sessions in the database. Its unique keys and conditional updates decide who came first; nothing else does.</summary>
internal sealed class DatabaseSessionStore(
    DatabaseReader reader,
    DatabaseWriter writer,
    CredentialsCipher cipher,
    CustomerNumbers numbers,
    AuditSigner signer,
    IOptions<InterceptionOptions> options,
    TimeProvider time,
    ILogger<DatabaseSessionStore> logger) : ISessionStore
{
    public async Task<StoredSession> OpenAsync(int agentId, string node, CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - options.Value.OutcomeLifetime;
        var opened = await writer.WriteAsync(new OpenSessionChange(agentId, node, oldest), cancellationToken);
        var interceptions = opened.Interceptions.Select(row => Read(agentId, row.Step, row.Record)).OfType<InterceptionRecord>();
        return new StoredSession(opened.Epoch, SnapshotOf(agentId, opened), opened.StoredAt, [.. interceptions]);
    }

    public Task<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return writer.WriteAsync(Encrypted(commit), cancellationToken);
    }

    public Task ReleaseAsync(int agentId, long epoch, CancellationToken cancellationToken) =>
        writer.WriteAsync(new ReleaseSessionChange(agentId, epoch), cancellationToken);

    public Task<IReadOnlyList<SessionOwner>> FindAwakeAsync(CancellationToken cancellationToken) => reader.ReadAsync<IReadOnlyList<SessionOwner>>(
        async (context, stop) =>
        {
            var undecided = context.Interceptions.Where(row => row.DecidedAt == null).Select(row => row.AgentId);
            var known = await context.Sessions
                .Where(row => row.IsAwake || undecided.Contains(row.AgentId))
                .Select(row => new SessionOwner(row.AgentId, row.Epoch, row.Node))
                .ToListAsync(stop);
            // A file of an earlier version holds interceptions of sessions that were never stored.
            var never = await undecided.Where(agentId => !context.Sessions.Any(row => row.AgentId == agentId)).Distinct().ToListAsync(stop);
            return [.. known, .. never.Select(agentId => new SessionOwner(agentId, 0, null))];
        },
        cancellationToken);

    public Task<HandledRequest?> FindHandledAsync(string requestId, CancellationToken cancellationToken) => reader.ReadAsync(
        (context, stop) => context.HandledRequests
            .Where(row => row.RequestId == requestId)
            .Select(row => new HandledRequest(row.RequestId, row.Receipt))
            .FirstOrDefaultAsync(stop),
        cancellationToken);

    public Task<int?> FindInspectorAsync(Guid operationId, CancellationToken cancellationToken) => reader.ReadAsync(
        (context, stop) => context.Interceptions.Where(row => row.OperationId == operationId).Select(row => (int?)row.AgentId).FirstOrDefaultAsync(stop),
        cancellationToken);

    private SessionSnapshot? SnapshotOf(int agentId, OpenedSession opened) =>
        opened.Document is null ? null : new SessionSnapshot(opened.IsAwake, opened.Document, Decrypt(agentId, opened.Credentials));

    /// <summary>A row that cannot be read must not keep an inspector from working: its operation is then unknown, and presses on it change nothing.</summary>
    private InterceptionRecord? Read(int agentId, string step, string record)
    {
        try
        {
            return WithKeys(() => numbers.Decrypt(InterceptionDocument.Read(record)));
        }
        catch (JsonException exception)
        {
            Log.StoredInterceptionUnreadable(logger, exception, agentId, step);
            return null;
        }
    }

    private CommitChange Encrypted(SessionCommit commit) => WithKeys(() => new CommitChange(
        commit with { Interceptions = [.. commit.Interceptions.Select(numbers.Encrypt)] },
        cipher.Encrypt(commit.AgentId, commit.Session?.Credentials),
        signer));

    private string? Decrypt(int agentId, byte[]? credentials) => WithKeys(() => cipher.Decrypt(agentId, credentials));

    private static T WithKeys<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception exception) when (Faults.Translate(exception) is { } unavailable)
        {
            // The keys are in the database too.
            throw unavailable;
        }
    }
}

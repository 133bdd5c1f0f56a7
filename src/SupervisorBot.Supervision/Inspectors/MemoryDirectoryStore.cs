using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Supervision.Inspectors;

/// <summary>Keeps the directory for as long as the process lives.</summary>
/// <param name="trail">Where changes are written down.</param>
public sealed class MemoryDirectoryStore(MemoryAuditTrail trail) : IDirectoryStore
{
    private readonly Lock _lock = new();
    private DirectoryContents _contents = new(0, [], []);

    /// <inheritdoc/>
    public Task<long> ReadVersionAsync(CancellationToken cancellationToken) => Task.FromResult(Volatile.Read(ref _contents).Version);

    /// <inheritdoc/>
    public Task<DirectoryContents> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Volatile.Read(ref _contents));

    /// <inheritdoc/>
    public Task<bool> TryChangeAsync(DirectoryContents before, DirectoryContents after, IReadOnlyList<AuditEntry> audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        lock (_lock)
        {
            if (_contents.Version != before.Version)
            {
                return Task.FromResult(false);
            }

            Volatile.Write(ref _contents, after);
            trail.Append(audit);
            return Task.FromResult(true);
        }
    }
}

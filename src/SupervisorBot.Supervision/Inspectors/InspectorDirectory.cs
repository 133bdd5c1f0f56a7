using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Sessions;

namespace SupervisorBot.Supervision.Inspectors;

/// <summary>
/// The inspectors, by the configuration or by the database. Of the database only the version's number is read each time; the directory itself where that has moved,
/// so that a change counts on every node from the next question on.
/// </summary>
internal sealed class InspectorDirectory : IInspectorDirectory
{
    private readonly IDirectoryStore? _store;
    private readonly Dictionary<int, InspectorOptions> _configured;
    private DirectorySnapshot _latest;

    public InspectorDirectory(IDirectoryStore store, IOptions<DirectorySourceOptions> source, IOptions<DirectoryOptions> options)
    {
        _store = source.Value.Source == DirectorySource.Database ? store : null;
        _configured = options.Value.Inspectors.ToDictionary(inspector => inspector.AgentId);
        _latest = new DirectorySnapshot(_store is null ? ConfiguredDirectory.Of(options.Value) : new DirectoryContents(0, [], []));
    }

    /// <summary>The directory as last read.</summary>
    public DirectorySnapshot Latest => Volatile.Read(ref _latest);

    /// <summary>The directory as it is now.</summary>
    /// <exception cref="Sessions.Stored.StoreUnavailableException">It cannot be read at present.</exception>
    public async ValueTask<DirectorySnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        if (_store is null)
        {
            return Latest;
        }

        var known = Latest;
        return await _store.ReadVersionAsync(cancellationToken) == known.Contents.Version
            ? known
            : Keep(new DirectorySnapshot(await _store.ReadAsync(cancellationToken)));
    }

    /// <inheritdoc/>
    public async ValueTask<InspectorProfile?> FindAsync(string? entraObjectId, CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).Find(entraObjectId);

    /// <inheritdoc/>
    public InspectorProfile? LastKnown(Inspector inspector) => Latest.Find(inspector);

    /// <summary>The account of an inspector.</summary>
    /// <exception cref="InvalidOperationException">There is none under this agent id.</exception>
    public async ValueTask<InspectorAccount> AccountOfAsync(int agentId, CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).Find(agentId) is { } profile
            ? new InspectorAccount(profile.Inspector, PasswordOf(profile.Inspector))
            : throw new InvalidOperationException($"Agent id {agentId} is no inspector's.");

    /// <summary>The password that is configured for this person under this agent id; another person's is not theirs to sign in with.</summary>
    public string? PasswordOf(Inspector inspector) =>
        _configured.TryGetValue(inspector.AgentId, out var options)
        && string.Equals(options.EntraObjectId, inspector.EntraObjectId, StringComparison.OrdinalIgnoreCase)
        && !string.IsNullOrEmpty(options.Password)
            ? options.Password
            : null;

    /// <summary>Of two readings that cross, the later version stays.</summary>
    private DirectorySnapshot Keep(DirectorySnapshot read)
    {
        while (true)
        {
            var known = Latest;
            if (known.Contents.Version >= read.Contents.Version || Interlocked.CompareExchange(ref _latest, read, known) == known)
            {
                return read;
            }
        }
    }
}

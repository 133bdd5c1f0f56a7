using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Threads;

/// <summary>What a batch knows of what lasts in threads, and of what was told there.</summary>
internal sealed class ThreadStates
{
    private static readonly Statement SelectVersions = new("SELECT kind, thread, version FROM thread_documents WHERE thread = ANY($1)");
    private static readonly Statement SelectTold = new("SELECT thread, name FROM told_occurrences WHERE thread = ANY($1) AND name = ANY($2)");

    private readonly HashSet<string> _threads = [];
    private readonly Dictionary<(string Kind, string Thread), long> _versions = [];
    private readonly HashSet<(string Thread, string Name)> _wanted = [];
    private readonly HashSet<(string Thread, string Name)> _told = [];

    public void WantDocument(Batch batch, string kind, string thread)
    {
        _threads.Add(thread);
        batch.Lock($"thread {kind}", thread);
    }

    public void WantOccurrences(Batch batch, string thread, IEnumerable<string> names)
    {
        _wanted.UnionWith(names.Select(name => (thread, name)));
        batch.Lock("thread occurrences", thread);
    }

    /// <summary>Notes a version that is one more than the one there is; false where another is there.</summary>
    public bool TryRaise(string kind, string thread, long version)
    {
        if (_versions.GetValueOrDefault((kind, thread)) != version - 1)
        {
            return false;
        }

        _versions[(kind, thread)] = version;
        return true;
    }

    /// <summary>Notes that something is told; false where it was, under any of its names.</summary>
    public bool TryTell(string thread, IReadOnlyList<string> names) =>
        !names.Any(name => _told.Contains((thread, name))) && _told.Add((thread, names[0]));

    public IEnumerable<Query> Queries()
    {
        if (_threads.Count > 0)
        {
            yield return new Query(
                SelectVersions, [_threads.ToArray()], row => _versions[(row.GetString(0), row.GetString(1))] = row.GetInt64(2));
        }

        if (_wanted.Count > 0)
        {
            yield return new Query(
                SelectTold,
                [_wanted.Select(entry => entry.Thread).Distinct().ToArray(), _wanted.Select(entry => entry.Name).Distinct().ToArray()],
                row => _told.Add((row.GetString(0), row.GetString(1))));
        }
    }
}

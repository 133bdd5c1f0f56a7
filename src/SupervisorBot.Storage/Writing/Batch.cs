using SupervisorBot.Storage.Audit;
using SupervisorBot.Storage.Chats;
using SupervisorBot.Storage.Claims;
using SupervisorBot.Storage.Inspectors;
using SupervisorBot.Storage.Outbox;
using SupervisorBot.Storage.Sessions;
using SupervisorBot.Storage.Threads;

namespace SupervisorBot.Storage.Writing;

/// <summary>
/// Changes that are made in one transaction: what they have to know is read at once, each decides in turn on what was read and on what those before it
/// decided, and what they write is sent at once.
/// </summary>
/// <param name="now">The time at which it is made.</param>
/// <param name="limit">How long it may wait for others who hold the database.</param>
internal sealed class Batch(DateTimeOffset now, TimeSpan limit)
{
    private readonly List<Write> _writes = [];
    private readonly SortedSet<long> _locks = [];

    public DateTimeOffset Now { get; } = now;

    /// <summary>What is left of the time that its oldest change may wait.</summary>
    public TimeSpan Limit { get; } = limit;

    /// <summary>The time by which nodes take turns. Where they share a database it is the database's: their own clocks need not agree.</summary>
    public DateTimeOffset SharedNow { get; set; } = now;

    public StoredSessions Sessions { get; } = new();

    public HeldClaims Claims { get; } = new();

    public WaitingMessages Messages { get; } = new();

    public ThreadLeases Leases { get; } = new();

    public Welcomes Welcomes { get; } = new();

    public ThreadStates Threads { get; } = new();

    public AuditTail Audit { get; } = new();

    public DirectoryHead Directory { get; } = new();

    public IReadOnlyList<Write> Writes => _writes;

    /// <summary>What nobody else may change until the batch is stored, always in the same order: two batches never wait for each other.</summary>
    public IReadOnlyCollection<long> Locks => _locks;

    /// <summary>What has to be read, once every change has said what it needs.</summary>
    public IReadOnlyList<Query> Queries() =>
        [.. Sessions.Queries(), .. Claims.Queries(), .. Messages.Queries(), .. Leases.Queries(), .. Welcomes.Queries(), .. Threads.Queries(), .. Audit.Queries(), .. Directory.Queries()];

    public void Lock(string kind, string name) => _locks.Add(LockName.Of(kind, name));

    /// <summary>A statement that changes what it finds.</summary>
    public void Write(Statement statement, params object?[] values) => _writes.Add(new Write(statement, values, IsConditional: false, Done: null));

    /// <summary>A statement that has to change exactly one row.</summary>
    public Write WriteOne(Statement statement, params object?[] values)
    {
        var write = new Write(statement, values, IsConditional: true, Done: null);
        _writes.Add(write);
        return write;
    }

    /// <summary>A statement whose number of rows is asked for.</summary>
    public void WriteCounted(Statement statement, Action<int> done, params object?[] values) =>
        _writes.Add(new Write(statement, values, IsConditional: false, done));
}

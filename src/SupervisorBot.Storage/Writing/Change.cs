using System.Diagnostics;

namespace SupervisorBot.Storage.Writing;

/// <summary>
/// A change of what is stored. It says what it has to know (<see cref="Prepare"/>), then decides and writes (<see cref="Apply"/>), together with others in one
/// transaction. A change that refuses itself does so before it writes anything, so that the others stand. Both may be called again when the transaction was undone.
/// </summary>
internal abstract class Change
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int GivenUp = 2;

    private readonly long _since = Stopwatch.GetTimestamp();
    private int _state;

    /// <summary>How long it has been waited for, in the process's own time.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_since);

    /// <summary>Changes of one line are made in the order in which they came.</summary>
    public abstract string Line { get; }

    /// <summary>Says what it has to know and what nobody else may change meanwhile.</summary>
    public abstract void Prepare(Batch batch);

    /// <summary>Decides, and writes what it decided. It does no I/O.</summary>
    public abstract void Apply(Batch batch);

    /// <summary>It is stored.</summary>
    public abstract void Complete();

    /// <summary>It is not stored, or nobody knows.</summary>
    public abstract void Fail(Exception exception);

    /// <summary>The writer begins with it, unless nobody waits for it any more.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;

    /// <summary>Nobody waits for it any more; false where the writer has begun with it.</summary>
    public bool TryGiveUp() => Interlocked.CompareExchange(ref _state, GivenUp, Waiting) == Waiting;
}

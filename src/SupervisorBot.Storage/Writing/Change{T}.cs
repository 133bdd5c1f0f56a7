namespace SupervisorBot.Storage.Writing;

/// <summary>A change with an answer.</summary>
/// <typeparam name="T">The answer.</typeparam>
internal abstract class Change<T> : Change
{
    // What follows must not run in the writer's thread.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private T _answer = default!;

    public Task<T> Done => _done.Task;

    public sealed override void Apply(Batch batch) => _answer = Decide(batch);

    public sealed override void Complete() => _done.TrySetResult(_answer);

    public sealed override void Fail(Exception exception) => _done.TrySetException(exception);

    /// <summary>Decides, and writes what it decided.</summary>
    protected abstract T Decide(Batch batch);
}

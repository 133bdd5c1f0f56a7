namespace SupervisorBot.Storage.Writing;

/// <summary>A connection over which batches are written, kept open with its statements prepared. Used by one batch at a time.</summary>
internal abstract class BatchConnection : IAsyncDisposable
{
    /// <summary>Makes a batch's changes in one transaction. Nothing of it is stored when it throws, unless the connection was lost at the commit itself.</summary>
    /// <param name="batch">The batch, prepared.</param>
    /// <param name="apply">Lets the changes decide, once what they have to know was read.</param>
    public abstract Task RunAsync(Batch batch, Action apply);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Writing;

/// <summary>A connection over which batches are written, kept open with its statements prepared. Used by one batch at a time.</summary>
internal abstract class BatchConnection : IAsyncDisposable
{
    private bool _isCommitting;

    /// <summary>Makes a batch's changes in one transaction. Nothing of it is stored when it throws, except where that is not known.</summary>
    /// <param name="batch">The batch, prepared.</param>
    /// <param name="apply">Lets the changes decide, once what they have to know was read.</param>
    /// <exception cref="StoreOutcomeUnknownException">The commit was sent and not answered.</exception>
    public async Task RunAsync(Batch batch, Action apply)
    {
        _isCommitting = false;
        try
        {
            await StoreAsync(batch, apply);
        }
        catch (Exception exception) when (_isCommitting && Faults.LeavesOpen(exception))
        {
            throw new StoreOutcomeUnknownException(exception);
        }
    }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Reads, applies, writes and, if anything was written, commits, after <see cref="Committing"/>.</summary>
    protected abstract Task StoreAsync(Batch batch, Action apply);

    /// <summary>The commit is sent next: from here on a failure may come after it was carried out.</summary>
    protected void Committing() => _isCommitting = true;
}

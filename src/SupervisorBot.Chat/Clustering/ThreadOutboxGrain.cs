using Orleans.Concurrency;
using Orleans.Placement;
using SupervisorBot.Chat.Outbox;

namespace SupervisorBot.Chat.Clustering;

/// <summary>Keeps one thread's sender. No turn waits for a sending: the sender has a task of its own. It begins where it was first woken, beside the session that tells something.</summary>
[Reentrant]
[PreferLocalPlacement]
internal sealed class ThreadOutboxGrain(ThreadSenderFactory factory) : Grain, IThreadOutbox, IAsyncDisposable
{
    private ThreadSender? _sender;

    private ThreadSender Sender => _sender ?? throw new InvalidOperationException("The sender is not activated.");

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _sender = factory.Create(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => await DisposeAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _sender, null) is { } sender)
        {
            await sender.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public Task WakeAsync()
    {
        Sender.Wake();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ResumeAsync()
    {
        Sender.Resume();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HoldAsync(string hold, TimeSpan limit)
    {
        Sender.Hold(hold, limit);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(string hold, TimeSpan after)
    {
        Sender.Release(hold, after);
        return Task.CompletedTask;
    }
}

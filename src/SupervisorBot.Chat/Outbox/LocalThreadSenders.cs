using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.Outbox;

/// <summary>The senders of a bot that is one process: no grain has to be found, and the holds of its threads are in this process already.</summary>
internal sealed class LocalThreadSenders(ThreadSenderFactory factory, IOptions<OutboxOptions> options, TimeProvider time) : IThreadSenders
{
    private static readonly TimeSpan IdleAge = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StoppedAge = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ThreadSender> _senders = new(StringComparer.Ordinal);
    private DateTimeOffset _nextSweep = DateTimeOffset.MinValue;
    private bool _isStopping;

    public void Wake(string thread)
    {
        lock (_lock)
        {
            if (_isStopping)
            {
                return;
            }

            Sweep();
            if (!_senders.TryGetValue(thread, out var sender))
            {
                _senders[thread] = sender = factory.Create(thread);
            }

            sender.Wake();
        }
    }

    public void Resume(string thread)
    {
        lock (_lock)
        {
            _senders.GetValueOrDefault(thread)?.Resume();
        }
    }

    public async Task StopAsync()
    {
        List<ThreadSender> senders;
        lock (_lock)
        {
            _isStopping = true;
            senders = [.. _senders.Values];
            _senders.Clear();
        }

        await Task.WhenAll(senders.Select(sender => sender.DisposeAsync().AsTask()));
    }

    // A sender that has been idle for long holds nothing that matters: its lease is over.
    private void Sweep()
    {
        var now = time.GetUtcNow();
        if (now < _nextSweep)
        {
            return;
        }

        var oldest = now - (options.Value.LeaseLength > IdleAge ? options.Value.LeaseLength : IdleAge);
        _nextSweep = now + IdleAge;
        foreach (var (thread, _) in _senders.Where(pair => pair.Value.IsIdleSince(pair.Value.IsStopped ? now - StoppedAge : oldest)).ToList())
        {
            _senders.Remove(thread);
        }
    }
}

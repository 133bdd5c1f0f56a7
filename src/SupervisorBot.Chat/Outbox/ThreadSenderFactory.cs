using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.Outbox;

/// <summary>Makes the senders of threads.</summary>
internal sealed class ThreadSenderFactory(
    IOutboxStore store, Delivery delivery, IOptions<OutboxOptions> options, TimeProvider time, IJitter jitter, ILogger<ThreadSender> logger)
{
    public IOutboxStore Store => store;

    public Delivery Delivery => delivery;

    public OutboxOptions Options => options.Value;

    public TimeProvider Time => time;

    public ILogger Logger => logger;

    public ThreadSender Create(string thread) => new(thread, this);

    /// <summary>The wait before the next try: what the channel asked for, otherwise doubling; up to half of the first wait is added by chance.</summary>
    public TimeSpan PauseAfter(int failures, TimeSpan? asked)
    {
        var doubled = options.Value.FirstPause * Math.Pow(2, Math.Min(failures, 30));
        var pause = asked ?? (doubled < options.Value.LongestPause ? doubled : options.Value.LongestPause);
        return pause + ((asked is null ? pause : options.Value.FirstPause) * 0.5 * jitter.Next());
    }
}

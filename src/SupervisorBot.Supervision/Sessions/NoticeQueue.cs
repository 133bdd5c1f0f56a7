using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SupervisorBot.Supervision.Notices;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>Tells one inspector's notices in order, without holding up the session.</summary>
internal sealed class NoticeQueue : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(2);

    private readonly Channel<SupervisionNotice> _queue = Channel.CreateUnbounded<SupervisionNotice>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _stopping = new();
    private readonly ISupervisionListener _listener;
    private readonly ILogger _logger;
    private readonly Task _pump;

    public NoticeQueue(ISupervisionListener listener, ILogger logger)
    {
        _listener = listener;
        _logger = logger;
        _pump = Task.Run(PumpAsync);
    }

    public void Tell(SupervisionNotice notice) => _queue.Writer.TryWrite(notice);

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        _stopping.CancelAfter(StopLimit);
        await _pump;
        _stopping.Dispose();
    }

    private async Task PumpAsync()
    {
        await foreach (var notice in _queue.Reader.ReadAllAsync())
        {
            try
            {
                await _listener.OnNoticeAsync(notice, _stopping.Token);
            }
            catch (Exception exception)
            {
                // A notice that cannot be told must not keep the later ones back.
                Log.NoticeFailed(_logger, exception, notice.GetType().Name, notice.Inspector.AgentId);
            }
        }
    }
}

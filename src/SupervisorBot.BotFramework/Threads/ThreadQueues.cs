using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.BotFramework.Queues;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Telemetry;
using Activity = SupervisorBot.BotFramework.Schema.Activity;
using Trace = System.Diagnostics.Activity;

namespace SupervisorBot.BotFramework.Threads;

/// <summary>One queue for each thread, above any channel.</summary>
internal sealed class ThreadQueues : IThreads, IDisposable
{
    private readonly IChannel _channel;
    private readonly BotFrameworkEdgeOptions _options;
    private readonly TimeProvider _time;
    private readonly BotFrameworkMetrics _metrics;
    private readonly ILogger<ThreadQueues> _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly KeyedQueues _queues;
    private volatile bool _closed;

    public ThreadQueues(
        IChannel channel, IOptions<BotFrameworkEdgeOptions> options, TimeProvider time, BotFrameworkMetrics metrics, ILogger<ThreadQueues> logger)
    {
        _channel = channel;
        _options = options.Value;
        _time = time;
        _metrics = metrics;
        _logger = logger;
        _queues = new KeyedQueues(_options.ThreadQueueLength, int.MaxValue, _stop.Token);
    }

    public Task<SentActivity> PostAsync(ConversationReference conversation, Activity activity, CancellationToken ct) =>
        AddAsync("post", conversation, stop => _channel.SendAsync(conversation, activity, stop), ct);

    public Task<SentActivity> EditAsync(ConversationReference conversation, string activityId, Activity activity, CancellationToken ct) =>
        AddAsync("edit", conversation, stop => _channel.UpdateAsync(conversation, activityId, activity, stop), ct);

    public async Task RunAsync(ConversationReference conversation, Func<IChannel, CancellationToken, Task> work, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        await AddAsync(
            "run",
            conversation,
            async stop =>
            {
                using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(stop, ct);
                either.Token.ThrowIfCancellationRequested();
                await work(_channel.Once, either.Token);
                return new SentActivity(Id: null);
            },
            ct);
    }

    public IThreadHold Hold(string conversationId)
    {
        _queues.Hold(conversationId);
        return new ThreadHold(_options.HoldLimit, _time, ranOut =>
        {
            if (ranOut)
            {
                _logger.HoldRanOut(_options.HoldLimit);
            }

            _queues.Free(conversationId);
        });
    }

    /// <summary>Ends when everything queued has been sent, and after the limit at the latest.</summary>
    public async Task DrainAsync(TimeSpan limit, CancellationToken ct)
    {
        try
        {
            await _queues.WhenIdleAsync().WaitAsync(limit, _time, ct);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            _logger.DrainCutShort("posts", _queues.Unfinished);
        }
    }

    /// <summary>Takes nothing more, and gives up what is still queued.</summary>
    public async Task CloseAsync()
    {
        _closed = true;
        await _stop.CancelAsync();
    }

    public void Dispose() => _stop.Dispose();

    private Task<SentActivity> AddAsync(string operation, ConversationReference conversation, Func<CancellationToken, Task<SentActivity>> send, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        TaskCompletionSource<SentActivity> delivery = new(TaskCreationOptions.RunContinuationsAsynchronously);
        long queued = _time.GetTimestamp();
        ActivityContext parent = Trace.Current?.Context ?? default;
        if (_closed || !_queues.TryAdd(conversation.ConversationId, stop => DeliverAsync(operation, parent, queued, send, delivery, stop)))
        {
            return Task.FromException<SentActivity>(new ChannelException(ChannelFailure.Unavailable, code: _closed ? "Stopping" : "ThreadQueueFull"));
        }

        // Nobody may be waiting when it fails; the failure was logged and counted.
        _ = delivery.Task.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return InvokeScope.Covers(conversation.ConversationId)
            ? Task.FromResult(new SentActivity(Id: null) { IsPending = true, Delivery = delivery.Task })
            : delivery.Task.WaitAsync(ct);
    }

    private async Task DeliverAsync(
        string operation,
        ActivityContext parent,
        long queued,
        Func<CancellationToken, Task<SentActivity>> send,
        TaskCompletionSource<SentActivity> delivery,
        CancellationToken stop)
    {
        long left = _time.GetTimestamp();
        _metrics.PostLeft(_time.GetElapsedTime(queued, left));
        using Trace? trace = BotFrameworkTelemetry.Source.StartActivity(operation, ActivityKind.Internal, parent);
        string outcome = "sent";
        try
        {
            SentActivity sent = await send(stop);
            delivery.TrySetResult(sent);
        }
        catch (ChannelException e)
        {
            outcome = e.Kind.ToString();
            _logger.PostFailed(operation, e.Kind, e.Status, e.Code);
            delivery.TrySetException(e);
        }
        catch (OperationCanceledException e) when (stop.IsCancellationRequested)
        {
            outcome = "stopped";
            delivery.TrySetException(new ChannelException(ChannelFailure.AnswerLost, code: "Stopping", inner: e));
        }
        catch (OperationCanceledException e)
        {
            outcome = "given-up";
            delivery.TrySetException(e);
        }
#pragma warning disable CA1031 // Whatever a channel throws, the thread goes on with the next post.
        catch (Exception e)
        {
            outcome = "error";
            _logger.PostBroke(operation, Log.WithoutWords(e));
            delivery.TrySetException(new ChannelException(ChannelFailure.Failed, inner: e));
        }
#pragma warning restore CA1031
        finally
        {
            trace?.SetTag("outcome", outcome);
            _metrics.Posted(operation, outcome, _time.GetElapsedTime(left));
        }
    }
}

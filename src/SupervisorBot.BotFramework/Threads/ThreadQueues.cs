using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.BotFramework.Permits;
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
    private readonly ISendPermits _permits;
    private readonly BotFrameworkEdgeOptions _options;
    private readonly TimeProvider _time;
    private readonly BotFrameworkMetrics _metrics;
    private readonly ILogger<ThreadQueues> _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly KeyedQueues _queues;
    private volatile bool _closed;

    public ThreadQueues(
        IChannel channel,
        ISendPermits permits,
        IOptions<BotFrameworkEdgeOptions> options,
        TimeProvider time,
        BotFrameworkMetrics metrics,
        ILogger<ThreadQueues> logger)
    {
        _channel = channel;
        _permits = permits;
        _options = options.Value;
        _time = time;
        _metrics = metrics;
        _logger = logger;
        _queues = new KeyedQueues(_options.ThreadQueueLength, int.MaxValue, _stop.Token);
    }

    public Task<SentActivity> PostAsync(ConversationReference conversation, Activity activity, CancellationToken ct) =>
        AddAsync("post", conversation, stop => _channel.SendAsync(conversation, activity, stop), CancellationToken.None, ct);

    public Task<SentActivity> EditAsync(ConversationReference conversation, string activityId, Activity activity, CancellationToken ct) =>
        AddAsync("edit", conversation, stop => _channel.UpdateAsync(conversation, activityId, activity, stop), CancellationToken.None, ct);

    public async Task RunAsync(ConversationReference conversation, Func<IChannel, CancellationToken, Task> work, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        await AddAsync(
            "run",
            conversation,
            async stop =>
            {
                await work(_channel.Once, stop);
                return new SentActivity(Id: null);
            },
            ct,
            ct);
    }

    public bool IsHeld(string conversationId) => _queues.WhenFreed(conversationId) is not null;

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

    private Task<SentActivity> AddAsync(
        string operation,
        ConversationReference conversation,
        Func<CancellationToken, Task<SentActivity>> send,
        CancellationToken giveUp,
        CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        TaskCompletionSource<SentActivity> delivery = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ActivityContext parent = Trace.Current?.Context ?? default;
        Post post = new(operation, conversation, parent, _time.GetTimestamp(), send, delivery, giveUp);
        if (_closed || !_queues.TryAdd(conversation.ConversationId, stop => DeliverAsync(post, stop)))
        {
            return Task.FromException<SentActivity>(new ChannelException(ChannelFailure.Unavailable, code: _closed ? "Stopping" : "ThreadQueueFull"));
        }

        // Nobody may be waiting when it fails; the failure was logged and counted.
        _ = delivery.Task.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return InvokeScope.Covers(conversation.ConversationId)
            ? Task.FromResult(new SentActivity(Id: null) { IsPending = true, Delivery = delivery.Task })
            : delivery.Task.WaitAsync(ct);
    }

    private async Task DeliverAsync(Post post, CancellationToken stop)
    {
        using CancellationTokenSource? either = post.GiveUp.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(stop, post.GiveUp) : null;
        CancellationToken leave = either?.Token ?? stop;
        long left = _time.GetTimestamp();
        using Trace? trace = BotFrameworkTelemetry.Source.StartActivity(post.Operation, ActivityKind.Internal, post.Parent);
        string outcome = "sent";
        try
        {
            await MayLeaveAsync(post.Conversation, leave);
            left = _time.GetTimestamp();
            _metrics.PostLeft(_time.GetElapsedTime(post.Queued, left));
            SentActivity sent = await post.Send(leave);
            post.Delivery.TrySetResult(sent);
        }
        catch (ChannelException e)
        {
            outcome = e.Kind.ToString();
            _logger.PostFailed(post.Operation, e.Kind, e.Status, e.Code);
            post.Delivery.TrySetException(e);
        }
        catch (OperationCanceledException e) when (stop.IsCancellationRequested)
        {
            outcome = "stopped";
            post.Delivery.TrySetException(new ChannelException(ChannelFailure.AnswerLost, code: "Stopping", inner: e));
        }
        catch (OperationCanceledException e)
        {
            outcome = "given-up";
            post.Delivery.TrySetException(e);
        }
#pragma warning disable CA1031 // Whatever a channel throws, the thread goes on with the next post.
        catch (Exception e)
        {
            outcome = "error";
            _logger.PostBroke(post.Operation, Log.WithoutWords(e));
            post.Delivery.TrySetException(new ChannelException(ChannelFailure.Failed, inner: e));
        }
#pragma warning restore CA1031
        finally
        {
            trace?.SetTag("outcome", outcome);
            _metrics.Posted(post.Operation, outcome, _time.GetElapsedTime(left));
        }
    }

    /// <summary>Waits until the channel's rates allow another call, and again for a hold that began meanwhile.</summary>
    private async Task MayLeaveAsync(ConversationReference conversation, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        ValueTask permit = _permits.WaitAsync(conversation, ct);
        if (!permit.IsCompletedSuccessfully)
        {
            long began = _time.GetTimestamp();
            await permit;
            _metrics.HeldBack(_time.GetElapsedTime(began));
        }

        while (_queues.WhenFreed(conversation.ConversationId) is { } freed)
        {
            await freed.WaitAsync(ct);
        }
    }

    private sealed record Post(
        string Operation,
        ConversationReference Conversation,
        ActivityContext Parent,
        long Queued,
        Func<CancellationToken, Task<SentActivity>> Send,
        TaskCompletionSource<SentActivity> Delivery,
        CancellationToken GiveUp);
}

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Telemetry;
using SupervisorBot.BotFramework.Threads;
using SupervisorBot.BotFramework.Turns;

namespace SupervisorBot.BotFramework.Endpoint;

/// <summary>Gives each kind of activity its way: accepted at once, or answered in line where its kind asks for that.</summary>
internal sealed class TurnIntake(
    EndpointGate gate,
    RecentMessages recent,
    TurnQueues turns,
    InvokeTurns invokes,
    IThreads threads,
    IOptions<BotFrameworkEdgeOptions> options,
    TimeProvider time,
    BotFrameworkMetrics metrics,
    ILogger<TurnIntake> logger,
    IThreadHolds? otherNodes = null,
    IOverloadNotice? overload = null) : ITurnIntake
{
    private readonly BotFrameworkEdgeOptions _options = options.Value;

    public async Task<TurnAnswer> TakeAsync(HttpContext request, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(activity);
        ConversationReference conversation = ConversationReference.FromActivity(activity);
        ThreadReplySink replies = new(threads, conversation, activity);
        bool inLine = activity.DeliveryMode == DeliveryModes.ExpectReplies;
        if (activity.IsInvoke)
        {
            return await InvokeAsync(request, activity, conversation, replies, inLine);
        }

        return inLine ? await CollectAsync(activity, conversation, replies) : Accept(request, new Turn(activity, conversation, replies));
    }

    private async Task<TurnAnswer> InvokeAsync(
        HttpContext context, Activity activity, ConversationReference conversation, ThreadReplySink replies, bool expectReplies)
    {
        InvokeScope scope = new(conversation.ConversationId);
        TimeSpan after = Longer(_options.EditAfterAnswerDelay, _options.MinimumReplyDelay);
        HoldUntilAnswered(context, conversation, after, scope);
        await HoldOnOtherNodesAsync(context, conversation, after);
        CollectingReplySink? collected = expectReplies ? new CollectingReplySink(replies, activity) : null;
        InvokeResponse response = await invokes.AnswerAsync(new Turn(activity, conversation, collected is null ? replies : collected), scope);
        metrics.TurnArrived(activity.Type!, "answered");
        return collected is null ? TurnAnswer.Of(response) : TurnAnswer.Of(collected.Close(), response);
    }

    private TurnAnswer Accept(HttpContext context, Turn turn)
    {
        if (!recent.TryAdd(turn.Activity))
        {
            logger.Redelivered();
            metrics.TurnArrived(turn.Activity.Type!, "redelivered");
            return TurnAnswer.Taken;
        }

        if (_options.MinimumReplyDelay > TimeSpan.Zero)
        {
            HoldUntilAnswered(context, turn.Conversation, _options.MinimumReplyDelay);
        }

        if (!turns.TryAdd(turn))
        {
            recent.Remove(turn.Activity);
            if (gate.IsOpen && turn.Activity.Type == ActivityTypes.Message)
            {
                overload?.Tell(turn);
            }

            return Refuse(turn.Activity, Refusal.Busy);
        }

        metrics.TurnArrived(turn.Activity.Type!, "accepted");
        return TurnAnswer.Taken;
    }

    private async Task<TurnAnswer> CollectAsync(Activity activity, ConversationReference conversation, ThreadReplySink late)
    {
        CollectingReplySink collected = new(late, activity);
        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!turns.TryAdd(new Turn(activity, conversation, collected), done))
        {
            return Refuse(activity, Refusal.Overloaded);
        }

        metrics.TurnArrived(activity.Type!, "accepted");
        try
        {
            await done.Task.WaitAsync(_options.ExpectRepliesLimit, time);
        }
        catch (TimeoutException)
        {
            logger.TurnTooSlow(activity.Type!, _options.ExpectRepliesLimit);
        }

        return TurnAnswer.Of(collected.Close());
    }

    /// <summary>Nothing of the thread leaves before this request's answer has, plus a while.</summary>
    private void HoldUntilAnswered(HttpContext context, ConversationReference conversation, TimeSpan after, InvokeScope? scope = null)
    {
        IThreadHold hold = threads.Hold(conversation.ConversationId);
        context.Response.OnCompleted(() =>
        {
            scope?.Answered();
            hold.Release(after);
            return Task.CompletedTask;
        });
    }

    /// <summary>The same on whichever node sends into the thread. Where that cannot be reached soon, the press counts all the same.</summary>
    private async Task HoldOnOtherNodesAsync(HttpContext context, ConversationReference conversation, TimeSpan after)
    {
        if (otherNodes is null)
        {
            return;
        }

        Task<IThreadHold> holding = otherNodes.HoldAsync(conversation.ConversationId, _options.HoldLimit, CancellationToken.None);
        context.Response.OnCompleted(() =>
        {
            _ = holding.ContinueWith(
                static (held, wait) => _ = held.IsCompletedSuccessfully ? Release(held.Result, (TimeSpan)wait!) : (object?)held.Exception,
                after,
                CancellationToken.None,
                TaskContinuationOptions.None,
                TaskScheduler.Default);
            return Task.CompletedTask;
        });
        try
        {
            await holding.WaitAsync(_options.HoldTimeout, time);
        }
#pragma warning disable CA1031 // An answer that is overtaken by an edit is better than a press that is not heard.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.HoldFailed(e.GetType().Name);
        }
    }

    private static IThreadHold Release(IThreadHold hold, TimeSpan after)
    {
        hold.Release(after);
        return hold;
    }

    private TurnAnswer Refuse(Activity activity, Refusal refusal)
    {
        metrics.TurnArrived(activity.Type!, "refused");
        logger.ActivityRefused(refusal.Status, refusal.Code);
        return TurnAnswer.Of(refusal);
    }

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}

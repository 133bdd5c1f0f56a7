using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Threads;
using SupervisorBot.BotFramework.Turns;
using Activity = SupervisorBot.BotFramework.Schema.Activity;
using Trace = System.Diagnostics.Activity;

namespace SupervisorBot.BotFramework.Endpoint;

/// <summary>Runs an invoke's handler in line and makes sure that there is an answer in time, and never an empty one.</summary>
internal sealed class InvokeTurns(TurnRunner runner, IOptions<BotFrameworkEdgeOptions> options, TimeProvider time, ILogger<InvokeTurns> logger)
{
    private readonly TimeSpan _limit = options.Value.InvokeLimit;
    private readonly int _most = options.Value.ConcurrentInvokes;
    private int _running;

    public async Task<InvokeResponse> AnswerAsync(Turn turn, InvokeScope scope)
    {
        if (Interlocked.Increment(ref _running) > _most)
        {
            Interlocked.Decrement(ref _running);
            logger.Overloaded("invokes");
            return AdaptiveCardInvoke.Is(turn.Activity) ? AdaptiveCardInvoke.Message(Refusal.Overloaded.Message) : Plain(Refusal.Overloaded);
        }

        try
        {
            return await HandleAsync(turn, scope);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private async Task<InvokeResponse> HandleAsync(Turn turn, InvokeScope scope)
    {
        scope.Enter();
        InvokeResponse? response;
        try
        {
            response = await LimitedAsync(turn);
        }
        catch (TimeoutException)
        {
            logger.TurnTooSlow(turn.Activity.Type!, _limit);
            return Failure(turn.Activity, Refusal.TooSlow);
        }
#pragma warning disable CA1031 // The presser must get an answer, whatever the handler throws.
        catch (Exception e)
        {
            logger.TurnFailed(turn.Activity.Type!, Log.WithoutWords(e));
            return Failure(turn.Activity, Refusal.Failed);
        }
#pragma warning restore CA1031

        if (response is { Status: >= 200 and <= 299, Body: null } && AdaptiveCardInvoke.Is(turn.Activity))
        {
            logger.EmptyCardAnswer();
            return Failure(turn.Activity, Refusal.Failed);
        }

        return response is { Status: >= 200 and <= 599 } ? response : Plain(response is null ? Refusal.UnknownInvoke : Refusal.Failed);
    }

    // The client going away does not cancel the handler: a press that arrived counts.
    private async Task<InvokeResponse?> LimitedAsync(Turn turn)
    {
        using CancellationTokenSource limit = new();
        ActivityContext parent = Trace.Current?.Context ?? default;
        Task<InvokeResponse?> handling = Task.Run(() => runner.RunAsync(turn, parent, limit.Token), CancellationToken.None);
        try
        {
            return await handling.WaitAsync(_limit, time);
        }
        catch (TimeoutException) when (!handling.IsCompleted)
        {
            _ = handling.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            await limit.CancelAsync();
            throw;
        }
    }

    // Teams shows a card action's error only when HTTP says 200 and the body says what went wrong.
    private static InvokeResponse Failure(Activity activity, Refusal refusal) =>
        AdaptiveCardInvoke.Is(activity) ? AdaptiveCardInvoke.Error(500, refusal.Code, refusal.Message) : Plain(refusal);

    private static InvokeResponse Plain(Refusal refusal) =>
        new(refusal.Status, System.Text.Json.JsonSerializer.SerializeToNode(
            new ErrorAnswer(new ErrorDetail(refusal.Code, refusal.Message)), ActivityJson.Context.ErrorAnswer));
}

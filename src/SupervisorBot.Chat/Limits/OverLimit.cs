using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.Chat.Admission;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Chat.Limits;

/// <summary>Answers what comes in over a limit: every press, since a press without an answer looks broken, and of the messages the first of the limit's span.</summary>
internal sealed class OverLimit(Answers answers, RefusalAudit refusals, ILogger<OverLimit> logger)
{
    private const int TooManyRequests = 429;

    /// <summary>Tells, counts and writes down that something is not taken.</summary>
    /// <returns>The answer to an invoke; null for everything else.</returns>
    public async Task<InvokeResponse?> AnswerAsync(Turn turn, LimitBreach breach, CancellationToken cancellationToken)
    {
        ChatTelemetry.OverLimit(breach.Limit);
        if (breach.IsFirst)
        {
            Log.OverLimit(logger, breach.Limit, turn.Activity.Id);
            var act = turn.Activity.IsInvoke || turn.Activity.Value is not null ? AuditAct.Press : AuditAct.Message;
            await refusals.WriteAsync(turn, act, breach.Limit);
        }

        if (turn.Activity.IsInvoke)
        {
            return AdaptiveCardInvoke.Is(turn.Activity) ? AdaptiveCardInvoke.Message(CommonTexts.TooMuchAtOnce) : new InvokeResponse(TooManyRequests, new JsonObject());
        }

        if (breach.IsFirst && turn.Activity.Type == ActivityTypes.Message)
        {
            await answers.SayPrivatelyAsync(turn, CommonTexts.TooMuchAtOnce, cancellationToken);
        }

        return null;
    }
}

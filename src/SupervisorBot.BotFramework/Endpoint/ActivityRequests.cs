using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Authentication;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Telemetry;

namespace SupervisorBot.BotFramework.Endpoint;

/// <summary>Asks the gate, the reader and the authenticator, in this order.</summary>
internal sealed class ActivityRequests(
    EndpointGate gate,
    ActivityReader reader,
    IInboundAuthenticator authenticator,
    TimeProvider time,
    BotFrameworkMetrics metrics,
    ILogger<ActivityRequests> logger) : IActivityRequests
{
    public async Task<Activity?> LetInAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        long arrived = time.GetTimestamp();
        if (!gate.IsOpen)
        {
            await RefuseAsync(context, "none", Refusal.Busy);
            return null;
        }

        (Activity? activity, Refusal? refusal) = await reader.ReadAsync(context.Request);
        string type = activity?.Type ?? "none";
        if (refusal is not null)
        {
            await RefuseAsync(context, type, refusal);
            return null;
        }

        InboundVerdict verdict = await authenticator.AuthenticateAsync(context, activity!);
        if (!verdict.IsAccepted)
        {
            await RefuseAsync(context, activity!, verdict);
            return null;
        }

        context.Response.OnCompleted(() =>
        {
            metrics.TurnAnswered(type, time.GetElapsedTime(arrived));
            return Task.CompletedTask;
        });
        return activity;
    }

    public Task RefuseAsync(HttpContext context, Activity activity, InboundVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(verdict);
        return RefuseAsync(context, activity.Type!, verdict.IsForbidden ? Refusal.Forbidden : Refusal.Unauthorized, verdict.Reason);
    }

    private async Task RefuseAsync(HttpContext context, string type, Refusal refusal, string? reason = null)
    {
        metrics.TurnArrived(type, "refused");
        logger.ActivityRefused(refusal.Status, reason ?? refusal.Code);
        await context.WriteAsync(refusal);
    }
}

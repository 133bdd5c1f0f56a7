using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Telemetry;
using Trace = System.Diagnostics.Activity;

namespace SupervisorBot.BotFramework.Turns;

/// <summary>Runs one turn's handler, in a scope of its own.</summary>
internal sealed class TurnRunner(IServiceScopeFactory scopes, TimeProvider time, BotFrameworkMetrics metrics)
{
    public async Task<InvokeResponse?> RunAsync(Turn turn, ActivityContext parent, CancellationToken ct)
    {
        string type = turn.Activity.Type!;
        long started = time.GetTimestamp();
        string outcome = "failed";
        using Trace? trace = BotFrameworkTelemetry.Source.StartActivity("turn", ActivityKind.Internal, parent);
        trace?.SetTag("type", type);
        try
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            InvokeResponse? response = await scope.ServiceProvider.GetRequiredService<ITurnHandler>().HandleAsync(turn, ct);
            outcome = "handled";
            return response;
        }
        finally
        {
            trace?.SetTag("outcome", outcome);
            metrics.TurnHandled(type, outcome, time.GetElapsedTime(started));
        }
    }
}

using System.Diagnostics;
using System.Diagnostics.Metrics;
using SupervisorBot.Gateway.Results;

namespace SupervisorBot.Gateway.Http;

/// <summary>Counts and times requests by operation and outcome.</summary>
internal sealed class GatewayMetrics
{
    /// <summary>The outcome of a request that its caller gave up.</summary>
    public const string CancelledOutcome = "cancelled";

    private readonly Counter<long> requests;
    private readonly Histogram<double> duration;

    public GatewayMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(GatewayTelemetry.MeterName);
        requests = meter.CreateCounter<long>(GatewayTelemetry.Requests, "{request}", "Requests to the gateway.");
        duration = meter.CreateHistogram<double>(
            GatewayTelemetry.RequestDuration, "s", "The time of a request to the gateway, repetitions of a read included.");
    }

    public void Finished(string operation, GatewayFailure? failure, TimeSpan elapsed)
    {
        var tags = new TagList
        {
            { GatewayTelemetry.OperationTag, operation },
            { GatewayTelemetry.OutcomeTag, Outcome(failure) },
        };
        if (failure is Refused refused)
        {
            tags.Add(GatewayTelemetry.ResultCodeTag, refused.Code.Value);
        }

        if (failure is Unreachable { Fault: var unreachable })
        {
            tags.Add(GatewayTelemetry.FaultTag, unreachable.ToString());
        }
        else if (failure is Unknown { Fault: var unknown })
        {
            tags.Add(GatewayTelemetry.FaultTag, unknown.ToString());
        }

        Record(tags, elapsed);
    }

    public void Cancelled(string operation, TimeSpan elapsed) => Record(
        new TagList { { GatewayTelemetry.OperationTag, operation }, { GatewayTelemetry.OutcomeTag, CancelledOutcome } }, elapsed);

    /// <summary>The outcome as metrics and activities name it.</summary>
    public static string Outcome(GatewayFailure? failure) => failure switch
    {
        null => "success",
        Refused => "refused",
        Unreachable => "unreachable",
        _ => "unknown",
    };

    private void Record(TagList tags, TimeSpan elapsed)
    {
        requests.Add(1, tags);
        duration.Record(elapsed.TotalSeconds, tags);
    }
}

using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Logging;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;

namespace SupervisorBot.Gateway.Http;

/// <summary>Makes one call within its limit and turns whatever becomes of it into a result.</summary>
internal sealed class GatewayTransport(
    int agentId, IAgentGatewayApi acts, IAgentGatewayReadApi reads, TimeProvider time, GatewayMetrics metrics, ILogger logger)
{
    private static readonly ActivitySource Activities = new(GatewayTelemetry.ActivitySourceName);

    /// <summary>The timestamp of the last readable answer; 0 before the first.</summary>
    private long answeredAt;

    public long? LastAnsweredAt => Interlocked.Read(ref answeredAt) is var at and not 0 ? at : null;

    public TimeSpan? SinceLastAnswer => LastAnsweredAt is { } at ? time.GetElapsedTime(at) : null;

    /// <summary>What is sent at most once.</summary>
    public IAgentGatewayApi Acts => acts;

    /// <summary>What may be repeated.</summary>
    public IAgentGatewayReadApi Reads => reads;

    public async Task<GatewayResult<T>> ExecuteAsync<T>(
        GatewayCall call,
        TimeSpan limit,
        Func<GatewayCall, CancellationToken, Task<HttpResponseMessage>> send,
        Func<GatewayCall, Envelope, T> read,
        CancellationToken cancellationToken)
    {
        using var activity = Activities.StartActivity(call.Operation, ActivityKind.Client);
        activity?.SetTag(GatewayTelemetry.AgentIdTag, agentId);
        var begin = time.GetTimestamp();
        try
        {
            var result = await ExchangeAsync(call, limit, send, read, cancellationToken);
            Tell(call, result.Failure, time.GetElapsedTime(begin), activity);
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            metrics.Cancelled(call.Operation, time.GetElapsedTime(begin));
            activity?.SetTag(GatewayTelemetry.OutcomeTag, GatewayMetrics.CancelledOutcome);
            throw;
        }
    }

    /// <summary>Logs where the roster comes from, when that has changed.</summary>
    public void ChoseRosterSource(Agents.RosterSource source, bool changed)
    {
        if (changed)
        {
            Log.RosterSourceChosen(logger, source);
        }
    }

    private async Task<GatewayResult<T>> ExchangeAsync<T>(
        GatewayCall call,
        TimeSpan limit,
        Func<GatewayCall, CancellationToken, Task<HttpResponseMessage>> send,
        Func<GatewayCall, Envelope, T> read,
        CancellationToken cancellationToken)
    {
        using var limitSource = new CancellationTokenSource(limit, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limitSource.Token);
        try
        {
            using var response = await send(call, linked.Token);
            return await ReadAnswerAsync(call, response, read, linked.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && TransportFault.Of(exception, call) is { } fault)
        {
            return GatewayResult.Failed<T>(fault);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is not OperationCanceledException)
        {
            // The caller's wish ended it, whatever the layers below made of that.
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private async Task<GatewayResult<T>> ReadAnswerAsync<T>(
        GatewayCall call, HttpResponseMessage response, Func<GatewayCall, Envelope, T> read, CancellationToken cancellationToken)
    {
        if (response.StatusCode >= HttpStatusCode.InternalServerError)
        {
            return GatewayResult.Failed<T>(new Unknown(GatewayFault.ServerError));
        }

        Envelope envelope;
        try
        {
            envelope = await EnvelopeReader.ReadAsync(response.Content, cancellationToken);
        }
        catch (FormatException) when (!response.IsSuccessStatusCode)
        {
            return GatewayResult.Failed<T>(new Unreachable(GatewayFault.RejectedByServer));
        }
        catch (FormatException)
        {
            return GatewayResult.Failed<T>(new Unknown(GatewayFault.UnreadableAnswer));
        }

        // A clock that reads 0 has hardly begun; 0 itself means never.
        Interlocked.Exchange(ref answeredAt, Math.Max(time.GetTimestamp(), 1));
        return envelope.RetCode == ResultCodes.Success && response.IsSuccessStatusCode
            ? ReadValue(call, envelope, read)
            : GatewayResult.Failed<T>(
                envelope.RetCode == ResultCodes.Success ? new Unknown(GatewayFault.UnreadableAnswer) : new Refused(new ResultCode(envelope.RetCode)));
    }

    private static GatewayResult<T> ReadValue<T>(GatewayCall call, Envelope envelope, Func<GatewayCall, Envelope, T> read)
    {
        try
        {
            return GatewayResult.Success(read(call, envelope));
        }
        catch (FormatException)
        {
            return GatewayResult.Failed<T>(new Unknown(GatewayFault.UnreadableAnswer));
        }
        catch (MissingGuidException)
        {
            return GatewayResult.Failed<T>(new Unknown(GatewayFault.MissingGuid));
        }
    }

    private void Tell(GatewayCall call, GatewayFailure? failure, TimeSpan elapsed, Activity? activity)
    {
        metrics.Finished(call.Operation, failure, elapsed);
        activity?.SetTag(GatewayTelemetry.OutcomeTag, GatewayMetrics.Outcome(failure));
        activity?.SetTag(GatewayTelemetry.ResultCodeTag, (failure as Refused)?.Code.Value);
        activity?.SetStatus(failure is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
        switch (failure)
        {
            case null:
                Log.Succeeded(logger, call.Operation, agentId, elapsed.TotalMilliseconds);
                break;
            case Refused refused:
                Log.Refused(logger, call.Operation, agentId, refused.Code.Value, elapsed.TotalMilliseconds);
                break;
            case Unreachable unreachable:
                Log.Unreachable(logger, call.Operation, agentId, unreachable.Fault, elapsed.TotalMilliseconds);
                break;
            case Unknown unknown:
                Log.Unknown(logger, call.Operation, agentId, unknown.Fault, elapsed.TotalMilliseconds);
                break;
        }
    }
}

using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Logging;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;

namespace SupervisorBot.Gateway.Http;

/// <summary>Makes one call within its limit and turns whatever becomes of it into a result.</summary>
internal sealed class GatewayTransport(
    int agentId,
    IAgentGatewayApi acts,
    IAgentGatewayReadApi reads,
    SessionIdentity identity,
    AddressChoice addresses,
    RequestRoom room,
    GatewayOptions options,
    TimeProvider time,
    GatewayMetrics metrics,
    ILogger logger)
{
    /// <summary>The pause before a read is asked again of a gateway that is being switched over; it doubles each time.</summary>
    private static readonly TimeSpan FirstSwitchOverPause = TimeSpan.FromMilliseconds(500);

    private static readonly ActivitySource Activities = new(GatewayTelemetry.ActivitySourceName);

    public long? LastAnsweredAt => addresses.LastAnsweredAt;

    public TimeSpan? SinceLastAnswer => addresses.SinceLastAnswer;

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
        var begin = time.GetTimestamp();
        call.Limit = limitSource.Token;
        try
        {
            using var place = await room.EnterAsync(call, linked.Token);
            return place is null
                ? GatewayResult.Failed<T>(new Unreachable(GatewayFault.Busy))
                : await RepeatAsync(call, begin, limit, token => AttemptAsync(call, send, read, token), linked.Token);
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

    /// <summary>
    /// Makes a call again where the gateway's own refusal shows that this is safe and may help. Nothing that acts is ever made again.
    /// </summary>
    private async Task<GatewayResult<T>> RepeatAsync<T>(
        GatewayCall call, long begin, TimeSpan limit, Func<CancellationToken, Task<GatewayResult<T>>> attempt, CancellationToken cancellationToken)
    {
        var isGuidRenewed = false;
        for (var pause = FirstSwitchOverPause; ; pause *= 2)
        {
            var result = await attempt(cancellationToken);
            if (!isGuidRenewed && WasOvertaken(call, result.Failure))
            {
                isGuidRenewed = true;
                continue;
            }

            if (!MayAskAgain(call, result.Failure) || time.GetElapsedTime(begin) + pause >= limit)
            {
                return result;
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    /// <summary>Refused for a Guid that has been replaced since the request left: that says nothing about the session.</summary>
    private bool WasOvertaken(GatewayCall call, GatewayFailure? failure) =>
        call.Kind is CallKind.Read or CallKind.KeepAlive
        && failure is { Session: SessionVerdict.Gone or SessionVerdict.Doubtful }
        && identity.IsSuperseded(call);

    /// <summary>A gateway that recovers from a disaster may answer a read in a moment.</summary>
    private bool MayAskAgain(GatewayCall call, GatewayFailure? failure) =>
        call.Kind == CallKind.Read
        && options.ReadRetries > 0
        && failure is Refused { Code.Value: ResultCodes.Recovering or ResultCodes.Recovered or ResultCodes.RecoveryQueued };

    private async Task<GatewayResult<T>> AttemptAsync<T>(
        GatewayCall call,
        Func<GatewayCall, CancellationToken, Task<HttpResponseMessage>> send,
        Func<GatewayCall, Envelope, T> read,
        CancellationToken cancellationToken)
    {
        using var response = await send(call, cancellationToken);
        return await ReadAnswerAsync(call, response, read, cancellationToken);
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

        var result = envelope.RetCode == ResultCodes.Success && response.IsSuccessStatusCode
            ? ReadValue(call, envelope, read)
            : GatewayResult.Failed<T>(
                envelope.RetCode == ResultCodes.Success ? new Unknown(GatewayFault.UnreadableAnswer) : new Refused(new ResultCode(envelope.RetCode)));
        return addresses.Settle(call, result);
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
            case Unreachable { Fault: GatewayFault.CircuitOpen }:
                Log.NotTried(logger, call.Operation, agentId);
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

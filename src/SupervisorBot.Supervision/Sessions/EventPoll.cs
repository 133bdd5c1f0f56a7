using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Supervision.Sessions.Machine;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>
/// Reads one inspector's events: one poll at a time, the next 200 to 500 ms after an answer (CEC API reference cec_07_1274), later and later while none comes.
/// </summary>
internal sealed class EventPoll : IAsyncDisposable
{
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stopping = new();
    private readonly GatewaySession _gateway;
    private readonly SessionServices _services;
    private readonly Func<SessionInput, bool> _post;
    private readonly Task _loop;

    public EventPoll(GatewaySession gateway, SessionServices services, Func<SessionInput, bool> post)
    {
        _gateway = gateway;
        _services = services;
        _post = post;
        _loop = Task.Run(LoopAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _loop;
        _stopping.Dispose();
    }

    private async Task LoopAsync()
    {
        var failures = 0;
        var heard = _services.Time.GetTimestamp();
        try
        {
            while (!_stopping.IsCancellationRequested)
            {
                var answer = await PollAsync();
                (failures, heard) = answer.IsSuccess ? (0, _services.Time.GetTimestamp()) : (failures + 1, heard);
                var silence = _services.Time.GetElapsedTime(heard);
                WarnOfSilence(silence, failures);
                _post(answer switch
                {
                    { Failure: { } failure } => new PollFailed(failure, failures, silence),
                    { ValueOrDefault: { } gatewayEvent } => new EventArrived(gatewayEvent),
                    _ => new PollAnswered(),
                });
                await Task.Delay(Pause(answer.ValueOrDefault is not null, failures), _services.Time, _stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The session ended, or the bot stops.
        }
    }

    private void WarnOfSilence(TimeSpan silence, int failures)
    {
        if (failures > 0 && silence >= _services.Limits.Session.SilenceLimit / 2)
        {
            Log.GatewaySilent(_services.Logger, _gateway.AgentId, silence.TotalSeconds, failures);
        }
    }

    /// <summary>One poll. Whatever breaks in it counts as a failed one: the reading goes on, or the gateway would sign the inspector out unseen.</summary>
    private async Task<GatewayResult<GatewayEvent?>> PollAsync()
    {
        try
        {
            return await _gateway.PollAsync(_stopping.Token);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.PollBroke(_services.Logger, exception, _gateway.AgentId);
            return GatewayResult.Failed<GatewayEvent?>(new Unknown(GatewayFault.UnreadableAnswer));
        }
    }

    /// <summary>After an event the shortest pause, since more may wait; after an empty answer any in the range; after failures a growing one with jitter.</summary>
    private TimeSpan Pause(bool hadEvent, int failures)
    {
        if (hadEvent)
        {
            return _services.Gateway.PollPauseMinimum;
        }

        if (failures == 0)
        {
            return _gateway.NextPollPause();
        }

        var ceiling = _services.Limits.Session.PollBackOffMaximum;
        var grown = FirstBackOff * Math.Pow(2, Math.Min(failures, 10));
        var jittered = grown * (0.5 + (_services.Random.NextDouble() / 2));
        return jittered < ceiling ? jittered : ceiling;
    }
}

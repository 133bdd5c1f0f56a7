using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Supervision.Sessions.Machine;

namespace SupervisorBot.Supervision.Sessions.Events;

/// <summary>
/// What keeps a session heard by the gateway, again and again, and counts for how long it is not answered. The gateway signs an agent out after two
/// minutes without it (CEC API reference cec_07_1202).
/// </summary>
internal abstract class EventSource(GatewaySession gateway, SessionServices services, Func<SessionInput, bool> post) : IAsyncDisposable
{
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stopping = new();
    private Task _loop = Task.CompletedTask;

    /// <summary>The talk with the gateway.</summary>
    protected GatewaySession Gateway => gateway;

    /// <summary>What every session works with.</summary>
    protected SessionServices Services => services;

    /// <summary>Begins.</summary>
    public EventSource Start()
    {
        _loop = Task.Run(LoopAsync);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _loop;
        _stopping.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Shows the gateway that the session is there; an event may come of it.</summary>
    protected abstract Task<GatewayResult<GatewayEvent?>> AskAsync(CancellationToken cancellationToken);

    /// <summary>How long to wait after an answer before the gateway is asked again.</summary>
    protected abstract TimeSpan PauseAfter(bool hadEvent);

    private async Task LoopAsync()
    {
        var failures = 0;
        var heard = services.Time.GetTimestamp();
        try
        {
            while (!_stopping.IsCancellationRequested)
            {
                var answer = await TryAskAsync();
                (failures, heard) = answer.IsSuccess ? (0, services.Time.GetTimestamp()) : (failures + 1, heard);
                var silence = services.Time.GetElapsedTime(heard);
                WarnOfSilence(silence, failures);
                post(answer switch
                {
                    { Failure: { } failure } => new PollFailed(failure, failures, silence),
                    { ValueOrDefault: { } gatewayEvent } => new EventArrived(gatewayEvent),
                    _ => new PollAnswered(),
                });
                var pause = failures == 0 ? PauseAfter(answer.ValueOrDefault is not null) : BackOff(failures);
                await Task.Delay(pause, services.Time, _stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The session ended, or the bot stops.
        }
    }

    private void WarnOfSilence(TimeSpan silence, int failures)
    {
        if (failures > 0 && silence >= services.Limits.Session.SilenceLimit / 2)
        {
            Log.GatewaySilent(services.Logger, gateway.AgentId, silence.TotalSeconds, failures);
        }
    }

    /// <summary>Whatever breaks counts as a failure: the reading goes on, or the gateway would sign the inspector out unseen.</summary>
    private async Task<GatewayResult<GatewayEvent?>> TryAskAsync()
    {
        try
        {
            return await AskAsync(_stopping.Token);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.PollBroke(services.Logger, exception, gateway.AgentId);
            return GatewayResult.Failed<GatewayEvent?>(new Unknown(GatewayFault.UnreadableAnswer));
        }
    }

    /// <summary>After failures a growing pause with jitter, far below the gateway's limit.</summary>
    private TimeSpan BackOff(int failures)
    {
        var ceiling = services.Limits.Session.PollBackOffMaximum;
        var grown = FirstBackOff * Math.Pow(2, Math.Min(failures, 10));
        return (grown < ceiling ? grown : ceiling) * (0.5 + (services.Random.NextDouble() / 2));
    }
}

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

    /// <summary>How long to wait after an answer that brought no event before the gateway is asked again; null for the ordinary pause between polls.</summary>
    protected virtual TimeSpan? Interval => null;

    private async Task LoopAsync()
    {
        var (failures, doubts) = (0, 0);
        var heard = services.Time.GetTimestamp();
        try
        {
            while (!_stopping.IsCancellationRequested)
            {
                var answer = await TryAskAsync();
                (failures, heard) = answer.IsSuccess ? (0, services.Time.GetTimestamp()) : (failures + 1, heard);
                doubts = DoubtsAfter(doubts, answer.Failure);
                var silence = services.Time.GetElapsedTime(heard);
                WarnOfSilence(silence, failures);
                post(answer switch
                {
                    { Failure: { } failure } => new PollFailed(failure, doubts, silence),
                    { ValueOrDefault: { } gatewayEvent } => new EventArrived(gatewayEvent),
                    _ => new PollAnswered(),
                });
                await Task.Delay(Pause(answer.ValueOrDefault is not null, failures, silence), services.Time, _stopping.Token);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The session ended, or the bot stops.
        }
    }

    /// <summary>
    /// Counts the answers "no right" in a row: another answer of the gateway ends the row, no answer says nothing, and neither does a gateway that is
    /// being switched over.
    /// </summary>
    internal static int DoubtsAfter(int doubts, GatewayFailure? failure) => failure?.Session switch
    {
        null or SessionVerdict.Alive => 0,
        SessionVerdict.Doubtful => doubts + 1,
        _ => doubts,
    };

    private TimeSpan Pause(bool hadEvent, int failures, TimeSpan silence) => failures == 0 && Interval is { } interval
        ? interval
        : PollPause.After(hadEvent, failures, silence, services.Limits.Session.PollBackOffMaximum, services.Gateway, services.Random.NextDouble());

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
        catch (Exception exception) when (!_stopping.IsCancellationRequested)
        {
            Log.PollBroke(services.Logger, exception, gateway.AgentId);
            return GatewayResult.Failed<GatewayEvent?>(new Unknown(GatewayFault.UnreadableAnswer));
        }
    }
}

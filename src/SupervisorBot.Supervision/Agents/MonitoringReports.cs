using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Runtime;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Supervision.Agents;

/// <summary>Tells the readers of rosters, from every node and again and again, whom the inspectors of this node monitor.</summary>
internal sealed class MonitoringReports(
    LocalSessions sessions, RosterReaders rosters, ILocalSiloDetails silo, IOptions<SessionOptions> options, TimeProvider time, ILogger<MonitoringReports> logger)
    : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private HashSet<string> _told = [];
    private Task _loop = Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _loop = Task.Run(LoopAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _loop;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    private async Task LoopAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(options.Value.KeeperInterval, time);
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                await TellAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The bot stops.
        }
    }

    private async Task TellAsync()
    {
        try
        {
            var byCentre = sessions.All
                .Where(session => session.State is { IsSignedIn: true, Monitoring.View.Phase: MonitoringPhase.Active })
                .GroupBy(session => RosterReaders.KeyOf(session.Vcc), session => MonitorOf(session.State), StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
            var node = silo.SiloAddress.ToParsableString();
            foreach (var centre in byCentre.Keys.Union(_told))
            {
                await rosters.OfCentre(centre).ReportAsync(node, byCentre.GetValueOrDefault(centre, []));
            }

            // Once more with nothing, so that an end is told too.
            _told = [.. byCentre.Keys];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.MonitoringNotReported(logger, StoreUnavailableException.Unforeseen(exception));
        }
    }

    private static AgentMonitor MonitorOf(Sessions.Machine.SessionState state) =>
        new(state.Monitoring!.View.WorkNo, state.Inspector.AgentId, state.Inspector.DisplayName, state.Monitoring.View.Mode);
}

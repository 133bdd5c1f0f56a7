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
    : NodeKeeper(time)
{
    private HashSet<string> _told = [];

    /// <inheritdoc/>
    protected override TimeSpan Interval => options.Value.KeeperInterval;

    /// <inheritdoc/>
    protected override async Task KeepAsync(CancellationToken stopping)
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

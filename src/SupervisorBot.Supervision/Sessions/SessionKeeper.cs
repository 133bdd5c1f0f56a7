using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Runtime;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>
/// Looks, on every node and again and again, for sessions that have to be looked after and that no living node looks after (after a start of the bot, a
/// node's death, a hand-over), and wakes them. Here, it ends those that another node has taken over, and those that have nothing to do any more.
/// </summary>
internal sealed class SessionKeeper(
    ISessionStore store,
    LocalSessions sessions,
    InspectorDirectory directory,
    IGrainFactory grains,
    ISiloStatusOracle silos,
    IOptions<SessionOptions> options,
    TimeProvider time,
    ILogger<SessionKeeper> logger) : NodeKeeper(time)
{
    private const int WokenAtOnce = 16;

    /// <summary>How long a session without anything to do stays in memory.</summary>
    private static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(10);

    /// <summary>The longest that a reading of events which goes on leaves its session without a word; it is looked at as often.</summary>
    private static readonly TimeSpan UnheardLimit = TimeSpan.FromSeconds(60);

    private long _lookedForUnheard = time.GetTimestamp();

    /// <inheritdoc/>
    protected override TimeSpan Interval => options.Value.KeeperInterval;

    /// <inheritdoc/>
    protected override async Task KeepAsync(CancellationToken stopping)
    {
        try
        {
            LetIdleGo();
            WarnOfUnheard();
            var listed = await directory.ReadAsync(stopping);
            var owners = await store.FindAwakeAsync(stopping);
            GiveUpWhatMoved(owners);
            DismissWhoIsNoneAnyMore(listed);
            var active = silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Select(silo => silo.ToParsableString()).ToHashSet();
            await Parallel.ForEachAsync(
                owners.Where(owner => IsForsaken(owner, active) && listed.IsInspector(owner.AgentId)),
                new ParallelOptions { MaxDegreeOfParallelism = WokenAtOnce, CancellationToken = stopping },
                async (owner, token) => await WakeAsync(owner.AgentId, token));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.KeeperFailed(logger, StoreUnavailableException.Unforeseen(exception));
        }
    }

    private void LetIdleGo()
    {
        foreach (var session in sessions.All.Where(session => !session.IsNeeded && session.Idle > IdleLimit))
        {
            session.LetGo();
        }
    }

    private void WarnOfUnheard()
    {
        if (Time.GetElapsedTime(_lookedForUnheard) < UnheardLimit)
        {
            return;
        }

        _lookedForUnheard = Time.GetTimestamp();
        var now = Time.GetUtcNow();
        foreach (var state in sessions.All.Select(session => session.State).Where(state => state.IsSignedIn && now - state.LastHeard > UnheardLimit))
        {
            Log.SessionUnheard(logger, state.Inspector.AgentId, UnheardLimit.TotalSeconds);
        }
    }

    private void GiveUpWhatMoved(IReadOnlyList<SessionOwner> owners)
    {
        foreach (var owner in owners)
        {
            if (sessions.Find(owner.AgentId) is { } session && session.Epoch < owner.Epoch)
            {
                session.GiveUp();
            }
        }
    }

    /// <summary>Whoever was removed, or whose agent id is another person's by now, is signed out.</summary>
    private void DismissWhoIsNoneAnyMore(DirectorySnapshot listed)
    {
        foreach (var session in sessions.All.Where(session => session.IsNeeded && listed.Find(session.State.Inspector) is null))
        {
            session.Post(new Dismissed());
        }
    }

    private bool IsForsaken(SessionOwner owner, HashSet<string> active) =>
        owner.Node is null || !active.Contains(owner.Node)
        || (owner.Node == silos.SiloAddress.ToParsableString() && sessions.Find(owner.AgentId) is null);

    private async Task WakeAsync(int agentId, CancellationToken cancellationToken)
    {
        try
        {
            await grains.GetGrain<IInspectorSession>(agentId).WakeAsync().WaitAsync(cancellationToken);
            Log.SessionWoken(logger, agentId);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.WakingFailed(logger, StoreUnavailableException.Unforeseen(exception), agentId);
        }
    }
}

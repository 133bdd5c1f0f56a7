using System.Text.Json;
using SupervisorBot.Gateway.Http;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;

namespace SupervisorBot.Gateway.Agents;

/// <summary>Reads the roster from whichever source the gateway serves.</summary>
internal sealed class RosterReader(int agentId, GatewayTransport transport, GatewayOptions options, RosterSourceMemory memory, string? vdnId)
{
    public async Task<GatewayResult<Roster>> ReadAsync(IReadOnlyCollection<int> teamWorkNumbers, CancellationToken cancellationToken)
    {
        var vcc = vdnId ?? string.Empty;
        GatewayFailure? first = null;
        foreach (var source in memory.SourcesFor(vcc))
        {
            if (source == RosterSource.AgentByWorkNo && teamWorkNumbers.Count == 0)
            {
                continue;
            }

            var agents = await ReadFromAsync(source, teamWorkNumbers, cancellationToken);
            if (agents.TryGet(out var list, out var failure))
            {
                transport.ChoseRosterSource(source, memory.Remember(vcc, source));
                return GatewayResult.Success(new Roster(InOrder(list), source));
            }

            first ??= failure;
            if (!IsTheSourcesOwn(failure))
            {
                return GatewayResult.Failed<Roster>(failure);
            }
        }

        return GatewayResult.Failed<Roster>(first!);
    }

    private Task<GatewayResult<IReadOnlyList<RosterAgent>>> ReadFromAsync(
        RosterSource source, IReadOnlyCollection<int> teamWorkNumbers, CancellationToken cancellationToken) => source switch
        {
            RosterSource.AllAgentStatus => ListAsync("allAgentStatus", transport.Reads.AllAgentStatus, cancellationToken),
            RosterSource.OnlineAgentOnVdn => ReadOnlineAsync(cancellationToken),
            _ => ReadOneByOneAsync(teamWorkNumbers, cancellationToken),
        };

    /// <summary>This list may name the agents only; what it leaves out is asked for one by one.</summary>
    private async Task<GatewayResult<IReadOnlyList<RosterAgent>>> ReadOnlineAsync(CancellationToken cancellationToken)
    {
        var online = await ListAsync("onlineAgentOnVdn", transport.Reads.OnlineAgentOnVdn, cancellationToken);
        if (!online.TryGet(out var agents, out _) || agents.All(agent => agent.State != AgentState.Unknown))
        {
            return online;
        }

        var unknown = agents.Where(agent => agent.State == AgentState.Unknown).Select(agent => agent.WorkNo).ToList();
        var details = await ReadOneByOneAsync(unknown, cancellationToken);
        return details.Failure switch
        {
            // The first of two entries for an agent counts, which is the one with the details.
            null => details.Map<IReadOnlyList<RosterAgent>>(known => [.. known, .. agents]),

            // Names without states are better than nothing, where the details are not served.
            { } failure when IsTheSourcesOwn(failure) => online,
            _ => details,
        };
    }

    private async Task<GatewayResult<IReadOnlyList<RosterAgent>>> ReadOneByOneAsync(
        IReadOnlyCollection<int> workNumbers, CancellationToken cancellationToken)
    {
        var results = new GatewayResult<RosterAgent?>[workNumbers.Count];
        await Parallel.ForEachAsync(
            workNumbers.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = options.RosterConcurrency, CancellationToken = cancellationToken },
            async (item, token) => results[item.Index] = await OneAsync(item.Item, token));

        // One agent that cannot be read (removed, of another VCC) does not hide the others; a failure of the gateway itself does.
        var failure = results.Select(result => result.Failure).FirstOrDefault(failure => failure is not null && !IsTheSourcesOwn(failure))
            ?? (results.Length > 0 && results.All(result => !result.IsSuccess) ? results[0].Failure : null);
        return failure is null
            ? GatewayResult.Success<IReadOnlyList<RosterAgent>>([.. results.Select(result => result.ValueOrDefault).OfType<RosterAgent>()])
            : GatewayResult.Failed<IReadOnlyList<RosterAgent>>(failure);
    }

    private Task<GatewayResult<RosterAgent?>> OneAsync(int workNo, CancellationToken cancellationToken) => transport.ExecuteAsync(
        new GatewayCall("queryAgentByWorkNo", CallKind.Read),
        options.RequestTimeout,
        (call, token) => transport.Reads.AgentByWorkNo(agentId, workNo, call, token),
        static (_, envelope) => AgentReader.ReadAgent(envelope.Result),
        cancellationToken);

    private Task<GatewayResult<IReadOnlyList<RosterAgent>>> ListAsync(
        string operation,
        Func<int, GatewayCall, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken) => transport.ExecuteAsync(
            new GatewayCall(operation, CallKind.Read),
            options.RequestTimeout,
            (call, token) => send(agentId, call, token),
            static (_, envelope) => ReadList(envelope.Result),
            cancellationToken);

    /// <exception cref="FormatException">It is no list; the reading inspector would be on it, so an absent one is no empty one.</exception>
    private static IReadOnlyList<RosterAgent> ReadList(JsonElement result) => result.ValueKind == JsonValueKind.Array
        ? [.. result.EnumerateArray().Select(AgentReader.ReadAgent).OfType<RosterAgent>()]
        : throw new FormatException("A list of agents was expected.");

    private static IReadOnlyList<RosterAgent> InOrder(IEnumerable<RosterAgent> agents) =>
        [.. agents.Where(IsSignedIn).DistinctBy(agent => agent.WorkNo).OrderBy(agent => agent.WorkNo)];

    private static bool IsSignedIn(RosterAgent agent) => agent.State != AgentState.SignedOut && agent.CtiStatus != CtiStatus.NotSignedIn;

    /// <summary>True where the answer speaks against this source only: another one may still be served.</summary>
    private static bool IsTheSourcesOwn(GatewayFailure failure) => failure switch
    {
        Refused refused => refused.Session is not (SessionVerdict.Gone or SessionVerdict.SwitchingOver),
        Unreachable unreachable => unreachable.Fault == GatewayFault.RejectedByServer,
        Unknown unknown => unknown.Fault is GatewayFault.UnreadableAnswer or GatewayFault.ServerError,
        _ => false,
    };
}

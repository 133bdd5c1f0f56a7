using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Http;
using SupervisorBot.Gateway.Results;

namespace SupervisorBot.Gateway.Sessions;

/// <content>Who is there.</content>
public sealed partial class GatewaySession
{
    /// <summary>
    /// Reads the agents that are signed in: from allagentstatus, else onlineagentonvdn, else agentbyworkno over the given work numbers.
    /// What answered is remembered for the VCC and asked first from then on, and the others are tried again when it stops working.
    /// </summary>
    /// <param name="teamWorkNumbers">The work numbers of the configured teams, for a gateway that serves no list; may be empty. Each 101 to 999999.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The roster, in order of work numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A work number is out of range.</exception>
    public Task<GatewayResult<Roster>> GetRosterAsync(IReadOnlyCollection<int> teamWorkNumbers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(teamWorkNumbers);
        foreach (var workNo in teamWorkNumbers)
        {
            GatewayArguments.CheckWorkNo(workNo, nameof(teamWorkNumbers));
        }

        return new RosterReader(AgentId, transport, options, rosterSources, identity.VdnId).ReadAsync(teamWorkNumbers, cancellationToken);
    }

    /// <summary>Reads one agent (agentbyworkno; CEC API reference cec_07_0415).</summary>
    /// <param name="workNo">The agent, 101 to 999999, of the same VCC.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The agent; null where the gateway told nothing of them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The work number is out of range.</exception>
    public Task<GatewayResult<RosterAgent?>> GetAgentAsync(int workNo, CancellationToken cancellationToken = default)
    {
        GatewayArguments.CheckWorkNo(workNo);
        return ReadAsync("queryAgentByWorkNo", (api, call, token) => api.AgentByWorkNo(AgentId, workNo, call, token), AgentReader.ReadAgent, cancellationToken);
    }

    /// <summary>Asks whether this agent is an inspector (iscensor). Newer gateways may not serve it; a refusal is then no answer.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>True for an inspector.</returns>
    public Task<GatewayResult<bool>> IsInspectorAsync(CancellationToken cancellationToken = default) =>
        ReadAsync("isCensor", (api, call, token) => api.IsInspector(AgentId, call, token), LenientJson.ToBoolean, cancellationToken);
}

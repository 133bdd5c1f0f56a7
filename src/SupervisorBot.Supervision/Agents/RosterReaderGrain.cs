using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Sessions;

namespace SupervisorBot.Supervision.Agents;

/// <summary>Reads the roster at most once in an interval, however many ask, and remembers since when each agent has been seen in their state.</summary>
internal sealed class RosterReaderGrain(IOptions<RosterOptions> options, TimeProvider time) : Grain, IRosterReader
{
    private readonly Dictionary<int, AgentView> _seen = [];
    private RosterView? _last;
    private Task<RosterView>? _reading;

    /// <inheritdoc/>
    public async Task<RosterView> ReadAsync(int askerAgentId)
    {
        if (_last is { } last && time.GetUtcNow() - last.AsOf < options.Value.Interval)
        {
            return last;
        }

        if (_reading is { IsCompleted: false } reading)
        {
            // Who waits for another's reading must not get that one's refusal.
            var shared = await reading;
            return shared.Refusal is null ? shared : await ReadNowAsync(askerAgentId);
        }

        _reading = ReadNowAsync(askerAgentId);
        return await _reading;
    }

    /// <inheritdoc/>
    public Task<AgentView?> FindAsync(int workNo) => Task.FromResult(_seen.GetValueOrDefault(workNo));

    private async Task<RosterView> ReadNowAsync(int askerAgentId)
    {
        var read = await GrainFactory.GetGrain<IInspectorSession>(askerAgentId).ReadRosterAsync();
        if (read.Refusal is not null || read.Problem is not null)
        {
            // What was read last is still better than nothing, with its own time and the reason.
            return read with { Agents = _last?.Agents ?? [], AsOf = _last?.AsOf ?? read.AsOf };
        }

        var agents = read.Agents.Select(agent => agent with { StateSince = agent.StateSince ?? SeenSince(agent, read.AsOf) }).ToList();
        _seen.Clear();
        agents.ForEach(agent => _seen[agent.WorkNo] = agent);
        _last = read with { Agents = agents };
        return _last;
    }

    /// <summary>Not known for an agent who is seen for the first time; after that, the first time that a change was seen.</summary>
    private DateTimeOffset? SeenSince(AgentView agent, DateTimeOffset now) =>
        _seen.TryGetValue(agent.WorkNo, out var before) ? before.State == agent.State ? before.StateSince : now : null;
}

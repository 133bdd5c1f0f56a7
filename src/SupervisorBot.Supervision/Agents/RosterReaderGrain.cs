using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Sessions;

namespace SupervisorBot.Supervision.Agents;

/// <summary>Reads the roster at most once in an interval, however many ask, and remembers since when each agent has been seen in their state.</summary>
internal sealed class RosterReaderGrain(IOptions<RosterOptions> options, TimeProvider time) : Grain, IRosterReader
{
    /// <summary>How far apart two times may be that the gateway tells of one moment: whole seconds, and the way of the answer.</summary>
    private static readonly TimeSpan Jitter = TimeSpan.FromSeconds(2);

    private readonly Dictionary<int, AgentView> _seen = [];
    private readonly CallBook _calls = new();
    private readonly MonitorBook _monitors = new(time);
    private DateTimeOffset _callsReadFor;
    private Task _readingCalls = Task.CompletedTask;
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
    public async Task<RosterView> ReadLiveAsync(int askerAgentId)
    {
        var read = await ReadAsync(askerAgentId);
        if (read is { Refusal: null, Problem: null })
        {
            await ReadCallsAsync(askerAgentId, read);
        }

        var monitors = _monitors.Read();
        return read with
        {
            Agents = [.. read.Agents.Select(agent => agent with { Call = _calls.Find(agent), Monitors = monitors.Contains(agent.WorkNo) ? [.. monitors[agent.WorkNo]] : null })],
        };
    }

    /// <inheritdoc/>
    public Task ReportAsync(string node, IReadOnlyList<AgentMonitor> monitors)
    {
        _monitors.Put(node, monitors);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<AgentView?> FindAsync(int workNo) => Task.FromResult(_seen.GetValueOrDefault(workNo));

    /// <summary>Once for each list, however many ask; who comes meanwhile waits for the same.</summary>
    private Task ReadCallsAsync(int askerAgentId, RosterView read)
    {
        if (_readingCalls.IsCompleted && read.AsOf > _callsReadFor)
        {
            _callsReadFor = read.AsOf;
            _readingCalls = ReadCallsNowAsync(askerAgentId, _calls.Next(read.Agents, options.Value.CallsPerReading));
        }

        return _readingCalls;
    }

    private async Task ReadCallsNowAsync(int askerAgentId, IReadOnlyList<int> workNos)
    {
        if (workNos.Count == 0)
        {
            return;
        }

        var readings = await GrainFactory.GetGrain<IInspectorSession>(askerAgentId).ReadAgentCallsAsync(workNos, _calls.KnownCallsOf(workNos));
        foreach (var reading in readings)
        {
            _calls.Put(reading, time.GetUtcNow());
        }
    }

    private async Task<RosterView> ReadNowAsync(int askerAgentId)
    {
        var read = await GrainFactory.GetGrain<IInspectorSession>(askerAgentId).ReadRosterAsync();
        if (read.Refusal is not null || read.Problem is not null)
        {
            // What was read last is still better than nothing, with its own time and the reason.
            return read with { Agents = _last?.Agents ?? [], AsOf = _last?.AsOf ?? read.AsOf };
        }

        var agents = read.Agents.Select(agent => agent with { StateSince = Since(agent, read.AsOf) }).ToList();
        _seen.Clear();
        agents.ForEach(agent => _seen[agent.WorkNo] = agent);
        _last = read with { Agents = agents };
        return _last;
    }

    /// <summary>Where the gateway tells how long a state has lasted, in whole seconds, the beginning is the same with every reading.</summary>
    private DateTimeOffset? Since(AgentView agent, DateTimeOffset now) => agent.StateSince is not { } told
        ? SeenSince(agent, now)
        : _seen.TryGetValue(agent.WorkNo, out var before) && before.State == agent.State && before.StateSince is { } since && (told - since).Duration() < Jitter
            ? since
            : told;

    /// <summary>Not known for an agent who is seen for the first time; after that, the first time that a change was seen.</summary>
    private DateTimeOffset? SeenSince(AgentView agent, DateTimeOffset now) =>
        _seen.TryGetValue(agent.WorkNo, out var before) ? before.State == agent.State ? before.StateSince : now : null;
}

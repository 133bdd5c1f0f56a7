namespace SupervisorBot.Supervision.Agents;

/// <summary>
/// What was read of the calls of agents who are in one. They are read a few at a time, so that many agents do not mean as many requests to the gateway with
/// each reading: those not read yet come first, then those whose reading is the oldest. A call's beginning is read once.
/// </summary>
internal sealed class CallBook
{
    private readonly Dictionary<int, Entry> _entries = [];

    /// <summary>Whose calls are to be read next. Forgets those who are in no call any more, and those who have been in another state since.</summary>
    /// <param name="agents">The agents as they are now.</param>
    /// <param name="most">The largest number wanted.</param>
    public IReadOnlyList<int> Next(IReadOnlyList<AgentView> agents, int most)
    {
        var talking = agents.Where(IsInCall).ToList();
        Forget(talking);
        return
        [
            .. talking
                .OrderBy(agent => _entries.GetValueOrDefault(agent.WorkNo)?.ReadAt ?? DateTimeOffset.MinValue)
                .ThenBy(agent => agent.StateSince ?? DateTimeOffset.MinValue)
                .ThenBy(agent => agent.WorkNo)
                .Take(most)
                .Select(agent => agent.WorkNo),
        ];
    }

    /// <summary>The calls whose beginning is known already, of some agents.</summary>
    public IReadOnlyList<string> KnownCallsOf(IEnumerable<int> workNos) =>
        [.. workNos.SelectMany(workNo => _entries.GetValueOrDefault(workNo)?.Answered.Keys ?? Enumerable.Empty<string>())];

    /// <summary>Notes what was read.</summary>
    /// <param name="reading">The calls of one agent.</param>
    /// <param name="now">When.</param>
    public void Put(AgentCallsReading reading, DateTimeOffset now)
    {
        var before = _entries.GetValueOrDefault(reading.WorkNo);
        var answered = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var held = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var call in reading.Calls)
        {
            if (call.AnsweredAt is { } at)
            {
                answered[call.CallId] = at;
            }
            else if (before?.Answered.TryGetValue(call.CallId, out var known) == true)
            {
                answered[call.CallId] = known;
            }

            if (call.IsHeld)
            {
                held[call.CallId] = before?.Held.TryGetValue(call.CallId, out var since) == true ? since : now;
            }
        }

        _entries[reading.WorkNo] = new Entry(now, [.. reading.Calls.Select(call => call.CallId)], answered, held);
    }

    /// <summary>What is known of an agent's calls; null where nothing is.</summary>
    public AgentCall? Find(AgentView agent)
    {
        if (!IsInCall(agent) || _entries.GetValueOrDefault(agent.WorkNo) is not { CallIds.Count: > 0 } entry)
        {
            return null;
        }

        var current = entry.CallIds.FirstOrDefault(id => !entry.Held.ContainsKey(id)) ?? entry.CallIds[0];
        DateTimeOffset? answeredAt = entry.Answered.TryGetValue(current, out var at) ? at : null;
        return entry.Held.Count == 0
            ? new AgentCall(current, answeredAt)
            : new AgentCall(current, answeredAt, entry.Held.MinBy(call => call.Value).Key, entry.Held.Values.Min());
    }

    private static bool IsInCall(AgentView agent) => agent.IsTalking || agent.State == Gateway.Agents.AgentState.Talking;

    private void Forget(List<AgentView> talking)
    {
        var present = talking.ToDictionary(agent => agent.WorkNo);
        foreach (var (workNo, entry) in _entries.ToList())
        {
            if (!present.TryGetValue(workNo, out var agent) || agent.StateSince > entry.ReadAt)
            {
                _entries.Remove(workNo);
            }
        }
    }

    private sealed record Entry(
        DateTimeOffset ReadAt, IReadOnlyList<string> CallIds, Dictionary<string, DateTimeOffset> Answered, Dictionary<string, DateTimeOffset> Held);
}

using System.Collections.Concurrent;

namespace SupervisorBot.Gateway.Agents;

/// <summary>Which source answered last for a VCC, so that it is asked first.</summary>
internal sealed class RosterSourceMemory
{
    private static readonly RosterSource[] InOrder = [RosterSource.AllAgentStatus, RosterSource.OnlineAgentOnVdn, RosterSource.AgentByWorkNo];
    private readonly ConcurrentDictionary<string, RosterSource> answered = new(StringComparer.Ordinal);

    /// <summary>All sources, the one that answered last first.</summary>
    public IEnumerable<RosterSource> SourcesFor(string vcc) => answered.TryGetValue(vcc, out var last)
        ? InOrder.Where(source => source != last).Prepend(last)
        : InOrder;

    /// <summary>Notes the source that answered; true when it is another than before.</summary>
    public bool Remember(string vcc, RosterSource source)
    {
        var changed = !answered.TryGetValue(vcc, out var last) || last != source;
        answered[vcc] = source;
        return changed;
    }
}

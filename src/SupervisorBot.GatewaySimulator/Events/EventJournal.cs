using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SupervisorBot.GatewaySimulator;

/// <summary>The latest events of everybody, in the order they were raised. Touched only under the floor's lock.</summary>
internal sealed class EventJournal(int capacity)
{
    private readonly Queue<EventRecord> latest = new();
    private long sequence;

    public EventRecord Add(int workNo, string eventType, JsonNode? content, DateTimeOffset at)
    {
        var text = content?.ToJsonString(Answer.Json) ?? "null";
        var record = new EventRecord(++sequence, workNo, eventType, text, at, Stopwatch.GetTimestamp());
        latest.Enqueue(record);
        if (latest.Count > capacity)
        {
            latest.Dequeue();
        }

        return record;
    }

    public IReadOnlyList<EventRecord> Snapshot() => [.. latest];

    public void Clear() => latest.Clear();
}

using System.Globalization;

namespace SupervisorBot.GatewaySimulator;

/// <summary>
/// Every intercept received, however many other requests came since: the record that shows whether one was sent twice. It keeps the
/// latest <see cref="SimulatorOptions.InterceptLogCapacity"/>. Safe to use from any thread.
/// </summary>
public sealed class InterceptLog
{
    private readonly Lock gate = new();
    private readonly int capacity;
    private readonly SortedDictionary<long, InterceptRecord> records = [];

    internal InterceptLog(int capacity) => this.capacity = capacity;

    /// <summary>The intercepts so far, those not answered yet included.</summary>
    /// <param name="agentId">Only this inspector's.</param>
    /// <param name="workNo">Only this agent's.</param>
    /// <param name="callId">Only this call's.</param>
    /// <returns>The records in order of arrival.</returns>
    public IReadOnlyList<InterceptRecord> Snapshot(int? agentId = null, int? workNo = null, string? callId = null)
    {
        lock (gate)
        {
            return [.. records.Values.Where(record =>
                Names(record.AgentId, agentId) && Names(record.WorkNo, workNo) && (callId is null || record.CallId == callId))];
        }
    }

    /// <summary>Forgets every intercept so far.</summary>
    public void Clear()
    {
        lock (gate)
        {
            records.Clear();
        }
    }

    /// <summary>Takes the state of a request that is an intercept.</summary>
    internal void Put(RequestRecord request, bool isNew)
    {
        var record = new InterceptRecord(
            request.Sequence,
            request.ReceivedAt,
            request.ReceivedTimestamp,
            request.Node,
            request.AgentId,
            request.WorkNo,
            request.CallId,
            request.Outcome,
            request.ActedRetCode,
            request.RetCode,
            request.Status,
            request.Faults);
        lock (gate)
        {
            if (!isNew && !records.ContainsKey(record.Sequence))
            {
                return;
            }

            records[record.Sequence] = record;
            if (records.Count > capacity)
            {
                records.Remove(records.First().Key);
            }
        }
    }

    private static bool Names(string? text, int? wanted) =>
        wanted is not { } number || string.Equals(text, number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

namespace SupervisorBot.GatewaySimulator;

/// <summary>The record of every request, in order of arrival. Safe to use from any thread.</summary>
public sealed class RequestLog
{
    private readonly Lock gate = new();
    private readonly int capacity;
    private readonly SortedDictionary<long, RequestRecord> records = [];
    private TaskCompletionSource change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long sequence;

    internal RequestLog(int capacity) => this.capacity = capacity;

    /// <summary>What is recorded so far, requests that are not answered yet included.</summary>
    /// <param name="operation">Only this operation, by its name in the gateway's logs.</param>
    /// <param name="after">Only requests with a higher <see cref="RequestRecord.Sequence"/>.</param>
    /// <returns>The records in order of arrival.</returns>
    public IReadOnlyList<RequestRecord> Snapshot(string? operation = null, long after = 0)
    {
        lock (gate)
        {
            return [.. records.Values.Where(record => record.Sequence > after
                && (operation is null || string.Equals(record.Operation, operation, StringComparison.OrdinalIgnoreCase)))];
        }
    }

    /// <summary>Forgets everything recorded so far.</summary>
    public void Clear()
    {
        lock (gate)
        {
            records.Clear();
        }
    }

    /// <summary>Waits until a record fits, looking at the past ones too.</summary>
    /// <param name="fits">The condition; asked again at each change of the record.</param>
    /// <param name="limit">How long to wait, by the machine's clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The first record that fits.</returns>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public async Task<RequestRecord> WaitForAsync(Func<RequestRecord, bool> fits, TimeSpan limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fits);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ends.CancelAfter(limit);
        try
        {
            while (true)
            {
                Task changed;
                lock (gate)
                {
                    if (records.Values.FirstOrDefault(fits) is { } found)
                    {
                        return found;
                    }

                    changed = change.Task;
                }

                await changed.WaitAsync(ends.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("No request that fits was recorded in time.");
        }
    }

    internal long NextSequence() => Interlocked.Increment(ref sequence);

    /// <summary>Puts a record in, or in the place of its earlier version. A record cleared in the meantime stays forgotten.</summary>
    internal void Put(RequestRecord record, bool isNew)
    {
        TaskCompletionSource changed;
        lock (gate)
        {
            if (!isNew && !records.ContainsKey(record.Sequence))
            {
                return;
            }

            records[record.Sequence] = record;
            if (records.Count > capacity)
            {
                records.Remove(records.Keys.First());
            }

            changed = change;
            change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.TrySetResult();
    }
}

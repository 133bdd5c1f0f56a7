namespace SupervisorBot.GatewaySimulator;

/// <summary>The record of the latest requests, in order of arrival. Safe to use from any thread.</summary>
public sealed class RequestLog
{
    private readonly Lock gate = new();
    private readonly RequestRecord?[] ring;
    private readonly List<Waiter> waiters = [];
    private long last;
    private long forgotten;

    internal RequestLog(int capacity) => ring = new RequestRecord?[capacity];

    /// <summary>What is recorded so far, requests that are not answered yet included.</summary>
    /// <param name="operation">Only this operation, by its name in the gateway's logs.</param>
    /// <param name="after">Only requests with a higher <see cref="RequestRecord.Sequence"/>.</param>
    /// <returns>The records in order of arrival.</returns>
    public IReadOnlyList<RequestRecord> Snapshot(string? operation = null, long after = 0)
    {
        lock (gate)
        {
            return [.. Kept(after).Where(record =>
                operation is null || string.Equals(record.Operation, operation, StringComparison.OrdinalIgnoreCase))];
        }
    }

    /// <summary>Forgets everything recorded so far.</summary>
    public void Clear()
    {
        lock (gate)
        {
            forgotten = last;
            Array.Clear(ring);
        }
    }

    /// <summary>Waits until a record fits, looking at the past ones too.</summary>
    /// <param name="fits">The condition; asked again for each record that comes or changes.</param>
    /// <param name="limit">How long to wait, by the machine's clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The first record that fits.</returns>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public async Task<RequestRecord> WaitForAsync(Func<RequestRecord, bool> fits, TimeSpan limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fits);
        var waiter = new Waiter(fits);
        lock (gate)
        {
            if (Kept(after: 0).FirstOrDefault(fits) is { } found)
            {
                return found;
            }

            waiters.Add(waiter);
        }

        try
        {
            return await waiter.Found.WaitAsync(limit, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException("No request that fits was recorded in time.");
        }
        finally
        {
            lock (gate)
            {
                waiters.Remove(waiter);
            }
        }
    }

    internal long NextSequence() => Interlocked.Increment(ref last);

    /// <summary>The latest version of a record; null where it is kept no more.</summary>
    internal RequestRecord? Find(long sequence)
    {
        lock (gate)
        {
            return At(sequence);
        }
    }

    /// <summary>Puts a record in, or in the place of its earlier version. A record forgotten in the meantime stays forgotten.</summary>
    internal void Put(RequestRecord record, bool isNew)
    {
        if (record.Sequence == RequestRecord.NotKept)
        {
            return;
        }

        lock (gate)
        {
            var place = record.Sequence % ring.Length;
            if (isNew ? record.Sequence > forgotten && !(ring[place]?.Sequence > record.Sequence) : ring[place]?.Sequence == record.Sequence)
            {
                ring[place] = record;
                waiters.RemoveAll(waiter => waiter.IsDone(record));
            }
        }
    }

    private RequestRecord? At(long sequence) =>
        ring[sequence % ring.Length] is { } record && record.Sequence == sequence ? record : null;

    private IEnumerable<RequestRecord> Kept(long after)
    {
        var newest = Interlocked.Read(ref last);
        for (var sequence = Math.Max(Math.Max(after, forgotten), newest - ring.Length) + 1; sequence <= newest; sequence++)
        {
            if (At(sequence) is { } record)
            {
                yield return record;
            }
        }
    }

    private sealed class Waiter(Func<RequestRecord, bool> fits)
    {
        private readonly TaskCompletionSource<RequestRecord> found = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<RequestRecord> Found => found.Task;

        public bool IsDone(RequestRecord record)
        {
            try
            {
                return fits(record) && found.TrySetResult(record);
            }
#pragma warning disable CA1031 // The condition is the waiter's own: its failure is theirs, not the request's that happened to come by.
            catch (Exception failed)
            {
                return found.TrySetException(failed);
            }
#pragma warning restore CA1031
        }
    }
}

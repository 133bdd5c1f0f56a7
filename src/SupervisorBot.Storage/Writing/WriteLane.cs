using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Writing;

/// <summary>
/// Makes changes over one connection, in order. Whatever waits when a transaction is over goes into the next one together, so that many changes cost one
/// flush of the disk. A connection that broke is opened anew with the next batch.
/// </summary>
internal sealed class WriteLane(IBatchConnector connector, int capacity, TimeSpan busyTimeout, TimeProvider time, ILogger logger)
{
    /// <summary>A change that is overtaken again and again is given up as busy.</summary>
    private const int Tries = 5;

    /// <summary>One whose time is nearly over still has a chance.</summary>
    private static readonly TimeSpan LeastLimit = TimeSpan.FromSeconds(1);

    private readonly Channel<Change> _waiting = Channel.CreateBounded<Change>(
        new BoundedChannelOptions(capacity) { SingleReader = true, AllowSynchronousContinuations = false });

    private readonly List<Change> _batch = [];
    private BatchConnection? _connection;

    /// <summary>How many changes wait.</summary>
    public int Waiting => _waiting.Reader.Count;

    /// <summary>Whether there was room.</summary>
    public bool TryEnqueue(Change change) => _waiting.Writer.TryWrite(change);

    /// <summary>Takes no more changes; those that wait are made.</summary>
    public void Complete() => _waiting.Writer.TryComplete();

    /// <summary>Works until it is completed and nothing waits any more.</summary>
    public Task RunAsync() => connector.BlocksThread
        ? Task.Factory.StartNew(RunBlocking, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
        : Task.Run(async () =>
        {
            while (await _waiting.Reader.WaitToReadAsync())
            {
                await WriteNextAsync();
            }

            await CloseAsync();
        });

    private void RunBlocking()
    {
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            WriteNextAsync().GetAwaiter().GetResult();
        }

        CloseAsync().GetAwaiter().GetResult();
    }

    private async Task WriteNextAsync()
    {
        _batch.Clear();
        while (_batch.Count < connector.LargestBatch && _waiting.Reader.TryRead(out var change))
        {
            if (change.TryTake())
            {
                _batch.Add(change);
            }
        }

        if (_batch.Count == 0)
        {
            return;
        }

        try
        {
            await WriteAsync(_batch, tries: _batch.Count == 1 ? Tries : 1);
        }
        catch (Exception exception)
        {
            // Whatever it was: nobody may wait for ever, and the lane goes on. Those that have their answer keep it.
            foreach (var change in _batch)
            {
                change.Fail(exception);
            }
        }
    }

    /// <summary>One that cannot be stored must not keep the others from it: what fails together is tried alone, unless the database itself is the matter.</summary>
    private async Task WriteAsync(IReadOnlyList<Change> changes, int tries)
    {
        var (isFresh, isRead) = (_connection is null, false);
        try
        {
            _connection ??= await connector.OpenAsync();
            var batch = new Batch(time.GetUtcNow(), LimitOf(changes));
            foreach (var change in changes)
            {
                change.Prepare(batch);
            }

            await _connection.RunAsync(batch, () =>
            {
                isRead = true;
                Apply(changes, batch);
            });
        }
        catch (Exception exception) when (!isFresh && !isRead && Faults.Translate(exception) is DatabaseAwayException)
        {
            // The server hung up while the connection lay idle, as one that was started anew has: nothing was written, and a new connection tells whether it is back.
            await CloseAsync();
            connector.ForgetIdle();
            await WriteAsync(changes, tries);
            return;
        }
        catch (Exception exception) when (Faults.IsOvertaken(exception) && tries > 1)
        {
            await WriteAsync(changes, tries - 1);
            return;
        }
        catch (Exception exception)
        {
            await RecoverAsync(changes, exception);
            return;
        }

        foreach (var change in changes)
        {
            change.Complete();
        }
    }

    /// <summary>What is left of the time that the oldest of them may wait, so that waiting in line and waiting for the database end together.</summary>
    private TimeSpan LimitOf(IReadOnlyList<Change> changes)
    {
        var rest = busyTimeout - changes.Max(change => change.Age);
        var least = busyTimeout < LeastLimit ? busyTimeout : LeastLimit;
        return rest > least ? rest : least;
    }

    private static void Apply(IReadOnlyList<Change> changes, Batch batch)
    {
        foreach (var change in changes)
        {
            change.Apply(batch);
        }
    }

    private async Task RecoverAsync(IReadOnlyList<Change> changes, Exception exception)
    {
        var isOvertaken = Faults.IsOvertaken(exception);
        var unavailable = isOvertaken ? null : Faults.Translate(exception);
        if (!isOvertaken)
        {
            // Whatever broke, the next batch begins with a connection of its own.
            await CloseAsync();
        }

        if (changes.Count > 1 && unavailable is null)
        {
            foreach (var change in changes)
            {
                await WriteAsync([change], Tries);
            }

            return;
        }

        var failure = unavailable ?? (isOvertaken ? new DatabaseBusyException(exception) : exception);
        var reason = failure is StoreUnavailableException ? failure.Message : failure.GetType().Name;
        Log.ChangesNotStored(logger, StoreUnavailableException.Unforeseen(failure), changes.Count, reason);
        foreach (var change in changes)
        {
            change.Fail(failure);
        }
    }

    private async Task CloseAsync()
    {
        if (Interlocked.Exchange(ref _connection, null) is { } connection)
        {
            try
            {
                await connection.DisposeAsync();
            }
            catch (Exception exception)
            {
                // It is not used again, whatever became of it.
                Log.ConnectionNotClosed(logger, exception);
            }
        }
    }
}

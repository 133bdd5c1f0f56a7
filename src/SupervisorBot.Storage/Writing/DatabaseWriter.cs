using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SupervisorBot.Storage.Writing;

/// <summary>Stores this process's changes. How many may wait is limited, and for how long.</summary>
internal sealed class DatabaseWriter : IAsyncDisposable, IDisposable
{
    private readonly IBatchConnector _connector;
    private readonly DatabaseOptions _options;
    private readonly WriteLane[] _lanes;
    private readonly Lazy<Task> _running;
    private int _closed;

    public DatabaseWriter(IBatchConnector connector, IOptions<DatabaseOptions> options, TimeProvider time, ILogger<DatabaseWriter> logger)
    {
        _connector = connector;
        _options = options.Value;
        var capacity = Math.Max(1, _options.QueueLength / connector.Connections);
        _lanes = [.. Enumerable.Range(0, connector.Connections).Select(_ => new WriteLane(connector, capacity, _options.BusyTimeout, time, logger))];
        _running = new Lazy<Task>(() => Task.WhenAll(_lanes.Select(lane => lane.RunAsync())));
    }

    /// <summary>How many changes wait.</summary>
    public int Waiting => _lanes.Sum(lane => lane.Waiting);

    /// <summary>Stores a change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Gives up waiting; a change that has begun is carried through.</param>
    /// <exception cref="DatabaseBusyException">Too many changes wait, or those before it, or another process, held the database for too long.</exception>
    /// <exception cref="DatabaseAwayException">The database cannot be reached.</exception>
    /// <exception cref="DatabaseFullException">The database has no room left.</exception>
    /// <exception cref="Supervision.Sessions.Stored.StoreOutcomeUnknownException">Whether it is stored is not known. In every other case it is not.</exception>
    public async Task<T> WriteAsync<T>(Change<T> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _ = _running.Value;
        var lane = _lanes[(int)((ulong)LockName.Of("line", change.Line) % (ulong)_lanes.Length)];
        if (!lane.TryEnqueue(change))
        {
            throw new DatabaseBusyException();
        }

        try
        {
            // A wait of the process's own, whatever clock what is stored goes by.
            return await change.Done.WaitAsync(_options.BusyTimeout, cancellationToken);
        }
        catch (TimeoutException) when (change.TryGiveUp())
        {
            throw new DatabaseBusyException();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && change.TryGiveUp())
        {
            throw;
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            // It has begun; its own limits end it.
            return await change.Done;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            return;
        }

        foreach (var lane in _lanes)
        {
            lane.Complete();
        }

        if (_running.IsValueCreated)
        {
            await _running.Value;
        }

        _connector.Close();
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}

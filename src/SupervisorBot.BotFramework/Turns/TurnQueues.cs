using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.BotFramework.Queues;
using SupervisorBot.BotFramework.Telemetry;
using Trace = System.Diagnostics.Activity;

namespace SupervisorBot.BotFramework.Turns;

/// <summary>Accepted turns: those of one conversation one after another, conversations side by side.</summary>
internal sealed class TurnQueues : IDisposable
{
    private readonly TurnRunner _runner;
    private readonly BotFrameworkEdgeOptions _options;
    private readonly TimeProvider _time;
    private readonly BotFrameworkMetrics _metrics;
    private readonly ILogger<TurnQueues> _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly KeyedQueues _queues;
    private volatile bool _closed;

    public TurnQueues(TurnRunner runner, IOptions<BotFrameworkEdgeOptions> options, TimeProvider time, BotFrameworkMetrics metrics, ILogger<TurnQueues> logger)
    {
        _runner = runner;
        _options = options.Value;
        _time = time;
        _metrics = metrics;
        _logger = logger;
        _queues = new KeyedQueues(_options.TurnQueueLength, _options.TotalTurnQueueLength, _stop.Token);
    }

    /// <summary>Accepts a turn. False when there is no room, or the bot is stopping.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="done">Set when the turn is over, well or not.</param>
    public bool TryAdd(Turn turn, TaskCompletionSource? done = null)
    {
        long accepted = _time.GetTimestamp();
        ActivityContext parent = Trace.Current?.Context ?? default;
        bool added = !_closed && _queues.TryAdd(turn.Conversation.ConversationId, stop => RunAsync(turn, parent, accepted, done, stop));
        if (!added && !_closed)
        {
            _logger.TurnQueueFull();
        }

        return added;
    }

    /// <summary>Finishes what was accepted, for no longer than the limit, and accepts nothing more.</summary>
    public async Task DrainAsync(TimeSpan limit, CancellationToken ct)
    {
        _closed = true;
        try
        {
            await _queues.WhenIdleAsync().WaitAsync(limit, _time, ct);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            _logger.DrainCutShort("activities", _queues.Unfinished);
        }

        await _stop.CancelAsync();
    }

    public void Dispose() => _stop.Dispose();

    private async Task RunAsync(Turn turn, ActivityContext parent, long accepted, TaskCompletionSource? done, CancellationToken stop)
    {
        string type = turn.Activity.Type!;
        _metrics.TurnWaited(_time.GetElapsedTime(accepted));
        try
        {
            if (!stop.IsCancellationRequested)
            {
                await LimitedAsync(turn, parent, stop);
            }
        }
        catch (TimeoutException)
        {
            _logger.TurnTooSlow(type, _options.TurnLimit);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The bot stops; how much was left undone is logged once, by the drain.
        }
#pragma warning disable CA1031 // A handler's failure is its own: the conversation goes on with its next turn.
        catch (Exception e)
        {
            _logger.TurnFailed(type, Log.WithoutWords(e));
        }
#pragma warning restore CA1031
        finally
        {
            done?.TrySetResult();
        }
    }

    private async Task LimitedAsync(Turn turn, ActivityContext parent, CancellationToken stop)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task handling = _runner.RunAsync(turn, parent, limit.Token);
        try
        {
            // A handler that does not listen to its token must not block its conversation for ever.
            await handling.WaitAsync(_options.TurnLimit, _time, stop);
        }
        catch (Exception) when (!handling.IsCompleted)
        {
            await limit.CancelAsync();
            _ = handling.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw;
        }
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Permits;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Telemetry;

namespace SupervisorBot.Chat.Clustering;

/// <summary>
/// The rates of several nodes together. Where a rate's grain cannot be reached soon, this node keeps to the rates by itself: after a node's death a channel
/// may be asked for a little too much for a moment, and says so (429), but nothing stands still.
/// </summary>
internal sealed class ClusterSendPermits(IGrainFactory grains, LocalSendPermits alone, TimeProvider time, ILogger<ClusterSendPermits> logger) : ISendPermits
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, TenantSlices> _tenants = new(StringComparer.Ordinal);

    public async ValueTask WaitAsync(ConversationReference conversation, CancellationToken ct)
    {
        try
        {
            var thread = grains.GetGrain<IThreadRate>(conversation.ConversationId);
            await WaitAsync(await thread.ReserveAsync().WaitAsync(Patience, time, ct), ct);
            if (conversation.TenantId is { Length: > 0 } tenant
                && await SlicesOf(tenant).ReserveAsync().WaitAsync(Patience, time, ct) is var wait && wait > TimeSpan.Zero)
            {
                await WaitAsync(wait, ct);
                thread.PostponeAsync().Ignore();
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.RateUnknown(logger, exception.GetType().Name);
            await alone.WaitAsync(conversation, ct);
        }
    }

    private TenantSlices SlicesOf(string tenant) =>
        _tenants.GetOrAdd(tenant.ToUpperInvariant(), key => new TenantSlices(grains.GetGrain<ITenantRate>(key), time));

    private Task WaitAsync(TimeSpan wait, CancellationToken ct) => wait > TimeSpan.Zero ? Task.Delay(wait, time, ct) : Task.CompletedTask;
}

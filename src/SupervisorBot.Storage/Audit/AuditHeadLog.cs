using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.Storage.Startup;
using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Audit;

/// <summary>
/// Tells the log the audit's last row, at the start, at an interval and at the stop: who keeps the log elsewhere can tell later that nothing up to there is
/// missing. A bot whose keys do not know the last row's signature does not start, as what it wrote would break the audit for all nodes.
/// </summary>
internal sealed class AuditHeadLog(
    IServiceProvider services, IOptions<AuditOptions> options, TimeProvider time, ILogger<AuditHeadLog> logger) : StartedService
{
    /// <summary>How long the last telling may hold up the stop.</summary>
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        var keys = services.GetRequiredService<AuditKeys>();
        if (await FindHeadAsync(cancellationToken) is { } head && keys.Find(head.KeyId) is null)
        {
            throw new OptionsValidationException(
                AuditOptions.SectionName,
                typeof(AuditOptions),
                [$"Audit:Key is not the key '{head.KeyId}' that the last row of the audit is signed with, nor is that one of Audit:RetiredKeys: name it there (docs/audit.md)."]);
        }
    }

    /// <inheritdoc/>
    public override async Task StoppedAsync(CancellationToken cancellationToken)
    {
        // Everything else has stopped: nothing is written any more.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StopLimit);
        await TellAsync(limit.Token);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.HeadInterval, time);
        try
        {
            do
            {
                await TellAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        try
        {
            var head = await FindHeadAsync(cancellationToken);
            Log.AuditHead(logger, head is null ? new AuditHead(0, "") : AuditHead.Of(head.Mark.Sequence, head.Mark.Hmac));
        }
#pragma warning disable CA1031 // The next interval tells it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.AuditHeadUnknown(logger, StoreUnavailableException.Unforeseen(Faults.Translate(exception) ?? exception));
        }
    }

    private Task<SealedMark?> FindHeadAsync(CancellationToken cancellationToken) =>
        services.GetRequiredService<AuditPages>().FindMarkAsync(AuditMark.Head, cancellationToken);
}

using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Permits;

/// <summary>The rates of a bot that is one process.</summary>
/// <param name="limits">The rates.</param>
/// <param name="time">The clock.</param>
public sealed class LocalSendPermits(SendLimits limits, TimeProvider time) : ISendPermits
{
    private readonly ScheduleBook _threads = new(limits.OfThread, time);
    private readonly ScheduleBook _tenants = new(limits.OfTenant, time);

    /// <inheritdoc/>
    public ValueTask WaitAsync(ConversationReference conversation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        SendSchedule thread = _threads.Of(conversation.ConversationId);
        TimeSpan wait = thread.Reserve();
        if (wait > TimeSpan.Zero)
        {
            return new ValueTask(WaitForBothAsync(conversation, thread, wait, ct));
        }

        wait = ReserveForTenant(conversation);
        return wait > TimeSpan.Zero ? new ValueTask(WaitForTenantAsync(thread, wait, ct)) : ValueTask.CompletedTask;
    }

    private async Task WaitForBothAsync(ConversationReference conversation, SendSchedule thread, TimeSpan wait, CancellationToken ct)
    {
        await Task.Delay(wait, time, ct);
        if (ReserveForTenant(conversation) is var longer && longer > TimeSpan.Zero)
        {
            await WaitForTenantAsync(thread, longer, ct);
        }
    }

    private async Task WaitForTenantAsync(SendSchedule thread, TimeSpan wait, CancellationToken ct)
    {
        await Task.Delay(wait, time, ct);
        thread.Postpone();
    }

    private TimeSpan ReserveForTenant(ConversationReference conversation) =>
        conversation.TenantId is { Length: > 0 } tenant ? _tenants.Of(tenant.ToUpperInvariant()).Reserve() : TimeSpan.Zero;
}

using Microsoft.Extensions.Options;

namespace SupervisorBot.Supervision.Interception;

/// <summary>Holds a claim until it is released or its lifetime is over.</summary>
internal sealed class CallClaimGrain(IOptions<InterceptionOptions> options, TimeProvider time) : Grain, ICallClaim
{
    private Guid? _operationId;
    private int _agentId;
    private string? _holder;
    private DateTimeOffset _until;

    /// <inheritdoc/>
    public Task<ClaimAnswer> TryClaimAsync(Guid operationId, int agentId, string holder)
    {
        var now = time.GetUtcNow();
        if (_operationId is not null && _agentId != agentId && now < _until)
        {
            return Task.FromResult(new ClaimAnswer(false, _holder));
        }

        (_operationId, _agentId, _holder, _until) = (operationId, agentId, holder, now + options.Value.ClaimLifetime);
        DelayDeactivation(options.Value.ClaimLifetime);
        return Task.FromResult(new ClaimAnswer(true, null));
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(Guid operationId)
    {
        if (_operationId == operationId)
        {
            (_operationId, _holder) = (null, null);
            DeactivateOnIdle();
        }

        return Task.CompletedTask;
    }
}

namespace SupervisorBot.Supervision.Interception;

/// <summary>One call that is being taken over: it makes sure that only one inspector takes it. The grain's key is the call id.</summary>
public interface ICallClaim : IGrainWithStringKey
{
    /// <summary>Claims the call for an operation; the same inspector may claim it again, also for another try.</summary>
    /// <param name="operationId">The interception.</param>
    /// <param name="agentId">The inspector.</param>
    /// <param name="holder">The inspector's name, to tell to others.</param>
    Task<ClaimAnswer> TryClaimAsync(Guid operationId, int agentId, string holder);

    /// <summary>Gives the call free, if this operation holds it.</summary>
    /// <param name="operationId">The interception.</param>
    Task ReleaseAsync(Guid operationId);
}

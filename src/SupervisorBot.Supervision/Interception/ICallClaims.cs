namespace SupervisorBot.Supervision.Interception;

/// <summary>
/// One call is taken by one interception at a time, in the whole cluster: whoever claims it first has it, also against a second card of the same
/// inspector. A claim ends with the commit that releases it (<see cref="Sessions.Stored.SessionCommit.ReleasedClaims"/>), or when its time is over.
/// </summary>
public interface ICallClaims
{
    /// <summary>Claims a call. The same operation may claim it again.</summary>
    /// <param name="call">The call.</param>
    /// <param name="operationId">The interception.</param>
    /// <param name="agentId">The agent id of the inspector who takes it.</param>
    /// <param name="holder">That inspector's name, for the others to be told.</param>
    /// <param name="until">When the claim ends if nobody releases it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ClaimAnswer> TryClaimAsync(
        CallKey call, Guid operationId, int agentId, string holder, DateTimeOffset until, CancellationToken cancellationToken);
}

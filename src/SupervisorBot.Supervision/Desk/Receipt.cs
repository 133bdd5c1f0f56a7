namespace SupervisorBot.Supervision.Desk;

/// <summary>The immediate answer to a <see cref="SupervisionRequest"/>.</summary>
/// <param name="Refusal">Why nothing was done, or null when the request was accepted and a notice will tell its result.</param>
/// <param name="WorkNo">The work number that the refusal speaks of (whom the inspector monitors already), where there is one.</param>
/// <param name="Repeated">True when the same request had been received before: nothing was done again.</param>
[GenerateSerializer, Immutable]
public sealed record Receipt(Refusal? Refusal = null, int? WorkNo = null, bool Repeated = false)
{
    /// <summary>Whether the request was accepted.</summary>
    public bool Accepted => Refusal is null;
}

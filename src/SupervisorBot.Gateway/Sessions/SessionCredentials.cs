namespace SupervisorBot.Gateway.Sessions;

/// <summary>
/// What a session needs to go on after a restart. It holds secrets: store it encrypted, never log it. System.Text.Json reads back what it wrote.
/// </summary>
/// <param name="AgentId">The inspector's agent id.</param>
/// <param name="Guid">The Guid.</param>
/// <param name="GuidTakenAt">When the Guid was taken, for its age.</param>
/// <param name="Cookies">The load balancer's cookies, those of <paramref name="BaseAddress"/>.</param>
/// <param name="VdnId">The VDN (VCC) told at sign-in, where known.</param>
/// <param name="BaseAddress">
/// The base address that the session is with; null for the first one configured. One that is no longer configured counts as null, and the
/// cookies as none.
/// </param>
public sealed record SessionCredentials(
    int AgentId,
    string Guid,
    DateTimeOffset GuidTakenAt,
    IReadOnlyList<SessionCookie> Cookies,
    string? VdnId,
    Uri? BaseAddress = null)
{
    /// <summary>Names the agent alone.</summary>
    /// <returns>The type's name with the agent id.</returns>
    public override string ToString() => $"SessionCredentials {{ AgentId = {AgentId} }}";
}

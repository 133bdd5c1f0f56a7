namespace SupervisorBot.Supervision.SigningIn;

/// <summary>The person whom a sign-in link was given to: nobody else's code counts.</summary>
/// <param name="TenantId">Their tenant, as the channel reports it; null where it reports none.</param>
/// <param name="ObjectId">Their Microsoft Entra object id.</param>
[GenerateSerializer, Immutable]
public sealed record SignInHolder(string? TenantId, string ObjectId)
{
    /// <summary>Whether it is the same person of the same tenant.</summary>
    /// <param name="other">Somebody.</param>
    public bool Is(SignInHolder other) =>
        other is not null
        && string.Equals(TenantId ?? "", other.TenantId ?? "", StringComparison.OrdinalIgnoreCase)
        && string.Equals(ObjectId, other.ObjectId, StringComparison.OrdinalIgnoreCase);
}

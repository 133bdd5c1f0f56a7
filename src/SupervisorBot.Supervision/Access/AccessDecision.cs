namespace SupervisorBot.Supervision.Access;

/// <summary>Whether somebody may do something.</summary>
/// <param name="Allowed">Whether they may.</param>
/// <param name="Refusal">Why not; null where they may.</param>
public readonly record struct AccessDecision(bool Allowed, AccessRefusal? Refusal = null)
{
    /// <summary>They may.</summary>
    public static AccessDecision Yes { get; } = new(true);

    /// <summary>They may not.</summary>
    public static AccessDecision No(AccessRefusal why) => new(false, why);
}

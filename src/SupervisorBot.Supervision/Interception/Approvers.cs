using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Supervision.Interception;

/// <summary>Whose approval an interception needs, and who could give it.</summary>
/// <param name="Rule">Whose.</param>
/// <param name="Inspectors">Who could; none where nobody's is needed.</param>
public sealed record Approvers(ApprovalRule Rule, IReadOnlyList<Inspector> Inspectors)
{
    /// <summary>Nobody's.</summary>
    public static Approvers NotNeeded { get; } = new(ApprovalRule.None, []);
}

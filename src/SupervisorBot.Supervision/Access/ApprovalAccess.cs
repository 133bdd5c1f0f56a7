using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Supervision.Access;

/// <summary>Who may approve the interception of somebody else.</summary>
internal static class ApprovalAccess
{
    /// <summary>Decides by the directory as it is now.</summary>
    /// <param name="access">Who may do what.</param>
    /// <param name="approver">Who wants to approve.</param>
    /// <param name="rule">Whose approval it takes.</param>
    /// <param name="workNo">The agent whose call is taken over.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static ValueTask<AccessDecision> DecideApprovalAsync(
        this IAccess access, Inspector approver, ApprovalRule rule, int workNo, CancellationToken cancellationToken) => rule switch
        {
            ApprovalRule.SecondInspector => access.DecideAsync(approver, Permission.Intercept, workNo, cancellationToken),
            ApprovalRule.Administrator => access.DecideAsync(approver, Permission.Administer, null, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No approval is needed."),
        };
}

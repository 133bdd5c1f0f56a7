using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Supervision.Access;

/// <summary>
/// Who may do what with whom. Asked when something is asked for, and again where it begins to act: what was taken away meanwhile is refused then.
/// </summary>
public interface IAccess
{
    /// <summary>Decides by the directory as it is now.</summary>
    /// <param name="inspector">Who wants it.</param>
    /// <param name="permission">What it takes.</param>
    /// <param name="workNo">The agent whom it concerns, or null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The decision; what cannot be found out is refused (<see cref="AccessRefusal.NotKnown"/>), never thrown.</returns>
    ValueTask<AccessDecision> DecideAsync(Inspector inspector, Permission permission, int? workNo, CancellationToken cancellationToken);

    /// <summary>Whether somebody is still an inspector, for what needs nothing but that.</summary>
    /// <param name="inspector">Who wants it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<AccessDecision> DecideAsync(Inspector inspector, CancellationToken cancellationToken);
}

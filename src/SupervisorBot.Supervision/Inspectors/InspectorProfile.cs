using SupervisorBot.Supervision.Access;

namespace SupervisorBot.Supervision.Inspectors;

/// <summary>An inspector with what they may do, and with whom. It holds no secret.</summary>
/// <param name="Inspector">The inspector.</param>
/// <param name="Permissions">What they may do.</param>
/// <param name="Teams">The names of the teams with whose agents they may do it; empty means everyone's.</param>
public sealed record InspectorProfile(Inspector Inspector, PermissionSet Permissions, IReadOnlyList<string> Teams)
{
    /// <summary>Whether they may do something, whomever it concerns.</summary>
    public bool May(Permission permission) => Permissions.Has(permission);
}

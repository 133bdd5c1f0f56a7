using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Access;

/// <summary>What is not allowed, as a request is told it.</summary>
public static class AccessRefusals
{
    /// <summary>The refusal of a request for the want of access.</summary>
    public static Refusal AsRefusal(AccessRefusal refusal) => refusal switch
    {
        AccessRefusal.NotListed => Refusal.NotListed,
        AccessRefusal.NotPermitted => Refusal.NotPermitted,
        AccessRefusal.OtherTeam => Refusal.OtherTeam,
        AccessRefusal.NotSignedIn => Refusal.NotSignedIn,
        _ => Refusal.AccessNotKnown,
    };

    /// <summary>The same as the reason why something that was begun does not go on.</summary>
    public static Problem AsProblem(AccessRefusal refusal) => new(refusal switch
    {
        AccessRefusal.NotListed => ProblemKind.NotListed,
        AccessRefusal.NotPermitted => ProblemKind.NotPermitted,
        AccessRefusal.OtherTeam => ProblemKind.OtherTeam,
        AccessRefusal.NotSignedIn => ProblemKind.SessionEnded,
        _ => ProblemKind.AccessNotKnown,
    });
}

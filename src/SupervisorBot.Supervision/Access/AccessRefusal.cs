namespace SupervisorBot.Supervision.Access;

/// <summary>Why somebody may not do something.</summary>
public enum AccessRefusal
{
    /// <summary>They are no inspector, or not any more.</summary>
    NotListed,

    /// <summary>They do not have the permission.</summary>
    NotPermitted,

    /// <summary>The agent is in none of their teams.</summary>
    OtherTeam,

    /// <summary>Whether the agent is in one of their teams depends on the gateway's groups, which are told to those who are signed in only.</summary>
    NotSignedIn,

    /// <summary>Whether they may cannot be told at present: the directory or the agents' groups cannot be read. Nothing is permitted on a guess.</summary>
    NotKnown,
}

namespace SupervisorBot.Supervision.Sessions.Events;

/// <summary>What became of an event that the gateway sent.</summary>
public enum PushAnswer
{
    /// <summary>The session has it.</summary>
    Taken,

    /// <summary>No session has this callback.</summary>
    NotKnown,

    /// <summary>It could not be read, and never can be.</summary>
    Unreadable,
}

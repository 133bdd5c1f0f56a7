namespace SupervisorBot.Supervision.Forcing;

/// <summary>What an inspector can put an agent into.</summary>
public enum ForcedState
{
    /// <summary>Idle: calls come to the agent.</summary>
    Idle,

    /// <summary>Busy: no calls come to the agent.</summary>
    Busy,

    /// <summary>Rest, for a time.</summary>
    Rest,

    /// <summary>Signed out.</summary>
    SignedOut,
}

namespace SupervisorBot.Supervision.Talk;

/// <summary>The state of the inspector's own talk, taken from the gateway's events only.</summary>
public enum TalkPhase
{
    /// <summary>Inspector and customer talk.</summary>
    Talking,

    /// <summary>The customer is on hold.</summary>
    OnHold,

    /// <summary>The talk has ended.</summary>
    Ended,
}

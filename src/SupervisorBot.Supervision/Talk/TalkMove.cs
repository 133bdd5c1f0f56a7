namespace SupervisorBot.Supervision.Talk;

/// <summary>What an inspector does with their own talk while it goes on.</summary>
public enum TalkMove
{
    /// <summary>Put the customer on hold.</summary>
    Hold,

    /// <summary>Take the customer back from hold.</summary>
    Resume,

    /// <summary>Mute the inspector: the customer does not hear them.</summary>
    Mute,

    /// <summary>Let the customer hear the inspector again.</summary>
    Unmute,
}

namespace SupervisorBot.Supervision.Interception;

/// <summary>The effect of a press.</summary>
public enum PressResult
{
    /// <summary>This press was the first: it took effect.</summary>
    TookEffect,

    /// <summary>The interception had been decided before (pressed, cancelled or expired): nothing changed.</summary>
    AlreadyDecided,

    /// <summary>Somebody other than the inspector who asked pressed: nothing changed.</summary>
    NotYours,

    /// <summary>A reason is needed and none was given, or none of the list: nothing changed, and the button can be pressed again.</summary>
    ReasonMissing,

    /// <summary>The inspector who asked cannot approve it: nothing changed.</summary>
    NotByAsker,

    /// <summary>Whoever pressed may not approve it: nothing changed.</summary>
    MayNotApprove,

    /// <summary>No interception with that id is known: nothing changed.</summary>
    NotKnown,

    /// <summary>Too many requests of that inspector wait already: nothing changed, and the button can be pressed again.</summary>
    Overloaded,

    /// <summary>The inspector may not do it any more (<see cref="PressAnswer.Refusal"/>): nothing changed.</summary>
    Refused,
}

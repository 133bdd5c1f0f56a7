namespace SupervisorBot.Supervision.Interception;

/// <summary>How an interception ended.</summary>
public enum InterceptionOutcome
{
    /// <summary>Done: the inspector talks, or talked, with the customer.</summary>
    Done,

    /// <summary>The inspector pressed cancel.</summary>
    Cancelled,

    /// <summary>Nobody confirmed in time.</summary>
    Expired,

    /// <summary>Somebody who was asked to approve it declined.</summary>
    Declined,

    /// <summary>Nobody approved it in time.</summary>
    NotApproved,

    /// <summary>The inspector was not signed in when it should begin.</summary>
    NotSignedIn,

    /// <summary>The inspector was busy with another request, talk or agent when it should begin.</summary>
    Busy,

    /// <summary>Another inspector has this call (<see cref="InterceptionView.TakenBy"/>).</summary>
    TakenByAnother,

    /// <summary>The call had ended before the intercept was sent.</summary>
    CallEnded,

    /// <summary>The inspector's phone was not picked up, so nothing was taken.</summary>
    PhoneNotPickedUp,

    /// <summary>The gateway refused (<see cref="InterceptionView.Problem"/> carries its code).</summary>
    Refused,

    /// <summary>The gateway could not be reached before the intercept was sent.</summary>
    Unreachable,

    /// <summary>The gateway's state shows, after the time limit, that the call was not taken.</summary>
    NotDone,

    /// <summary>Even the gateway's state cannot tell: the inspector has to look at the phone.</summary>
    Unknown,

    /// <summary>What it takes was taken away from the inspector after the press (<see cref="InterceptionView.Problem"/> says what): the intercept was not sent.</summary>
    NotPermitted,
}

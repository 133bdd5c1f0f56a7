namespace SupervisorBot.Supervision.Interception;

/// <summary>How far an interception has come.</summary>
public enum InterceptionStep
{
    /// <summary>Waiting for the inspector's confirmation.</summary>
    Proposed,

    /// <summary>Confirmed by the inspector who asked; waiting for the approval of somebody else.</summary>
    AwaitingApproval,

    /// <summary>Confirmed; the call is being claimed so that nobody else takes it.</summary>
    Claiming,

    /// <summary>Asking the gateway to let the inspector listen first, because they do not monitor the agent yet.</summary>
    Attaching,

    /// <summary>The inspector's phone rings; waiting for it to be picked up.</summary>
    WaitingForPhone,

    /// <summary>The intercept is on its way to the gateway. It is sent once.</summary>
    Sending,

    /// <summary>The gateway accepted it, or did not answer; waiting for the talk with the customer to begin.</summary>
    WaitingForTalk,

    /// <summary>No sign of the talk came in time; the state is being read back. The intercept is not sent again.</summary>
    Reconciling,

    /// <summary>Decided: <see cref="InterceptionView.Outcome"/> says how.</summary>
    Decided,
}

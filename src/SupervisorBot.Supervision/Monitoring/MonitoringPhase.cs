namespace SupervisorBot.Supervision.Monitoring;

/// <summary>How far a monitoring has come.</summary>
public enum MonitoringPhase
{
    /// <summary>Asked of the gateway; no answer yet.</summary>
    Requested,

    /// <summary>The gateway accepted; the inspector's phone rings and has to be picked up (CEC development guide cec_05_1441).</summary>
    PhoneRinging,

    /// <summary>The inspector is on the call.</summary>
    Active,

    /// <summary>It did not come about.</summary>
    Failed,

    /// <summary>It has ended.</summary>
    Ended,
}

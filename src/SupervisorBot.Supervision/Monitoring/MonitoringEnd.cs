namespace SupervisorBot.Supervision.Monitoring;

/// <summary>Why a monitoring ended.</summary>
public enum MonitoringEnd
{
    /// <summary>The inspector asked in the chat.</summary>
    Asked,

    /// <summary>The inspector's leg was released: by their phone, or because the monitored call ended.</summary>
    PhoneReleased,

    /// <summary>The inspector took the call over.</summary>
    Intercepted,

    /// <summary>An interception did not come about, so the bot detached the inspector again.</summary>
    Detached,

    /// <summary>The inspector was signed out.</summary>
    SignedOut,
}

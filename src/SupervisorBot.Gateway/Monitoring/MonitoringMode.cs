namespace SupervisorBot.Gateway.Monitoring;

/// <summary>
/// How an inspector is present in an agent's call. The numbers are the gateway's <c>switchtype</c> (CEC API reference cec_07_2414).
/// </summary>
public enum MonitoringMode
{
    /// <summary>The inspector hears both and is heard by nobody.</summary>
    Listen = 0,

    /// <summary>The inspector talks with both.</summary>
    Insert = 1,

    /// <summary>The inspector hears both and is heard by the agent alone.</summary>
    Whisper = 2,
}

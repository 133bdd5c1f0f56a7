namespace SupervisorBot.GatewaySimulator;

/// <summary>How an inspector takes part in an agent's call.</summary>
public enum MonitoringMode
{
    /// <summary>Hears both, unheard (qcType 8).</summary>
    Listen,

    /// <summary>Talks with both (qcType 9).</summary>
    Insert,

    /// <summary>Is heard by the agent only (qcType 20172).</summary>
    Whisper,
}

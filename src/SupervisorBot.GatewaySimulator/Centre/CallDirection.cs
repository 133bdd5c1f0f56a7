namespace SupervisorBot.GatewaySimulator;

/// <summary>Who called whom.</summary>
public enum CallDirection
{
    /// <summary>The customer called (feature 0, cec_07_0582).</summary>
    Inbound,

    /// <summary>The agent called (feature 7).</summary>
    Outbound,
}

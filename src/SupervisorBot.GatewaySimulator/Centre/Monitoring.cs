namespace SupervisorBot.GatewaySimulator;

/// <summary>One inspector's leg on one agent.</summary>
internal sealed class Monitoring(Agent inspector, Agent target, MonitoringMode mode)
{
    public Agent Inspector { get; } = inspector;

    public Agent Target { get; } = target;

    public MonitoringMode Mode { get; set; } = mode;

    public bool OffHook { get; set; }

    /// <summary>The pick-up, or the platform's giving up, that is still to come.</summary>
    public IDisposable? Phone { get; set; }

    /// <summary>The qcType of BeQcStart and BeQcStop (cec_07_0542).</summary>
    public int QcType => Mode switch { MonitoringMode.Listen => 8, MonitoringMode.Insert => 9, _ => 20172 };
}

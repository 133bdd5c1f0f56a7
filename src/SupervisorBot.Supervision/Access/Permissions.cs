using SupervisorBot.Gateway.Monitoring;

namespace SupervisorBot.Supervision.Access;

/// <summary>Which permission something takes.</summary>
public static class Permissions
{
    /// <summary>The permission to take part in a call in some way.</summary>
    public static Permission Of(MonitoringMode mode) => mode switch
    {
        MonitoringMode.Listen => Permission.Listen,
        MonitoringMode.Whisper => Permission.Whisper,
        MonitoringMode.Insert => Permission.Insert,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "No permission for this mode."),
    };
}

namespace SupervisorBot.ConnectorSimulator.Recording;

/// <summary>Teams' documented limits for one bot's sends to one thread, and for one app's calls in one tenant.</summary>
public static class TeamsLimits
{
    /// <summary>Sends to a thread within a second.</summary>
    public const int ThreadIn1s = 7;

    /// <summary>Sends to a thread within two seconds.</summary>
    public const int ThreadIn2s = 8;

    /// <summary>Sends to a thread within thirty seconds.</summary>
    public const int ThreadIn30s = 60;

    /// <summary>Sends to a thread within an hour.</summary>
    public const int ThreadInHour = 1800;

    /// <summary>Calls of one app in one tenant within a second.</summary>
    public const int TenantIn1s = 50;
}

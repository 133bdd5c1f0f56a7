namespace SupervisorBot.BotFramework.Telemetry;

/// <summary>The names of this project's telemetry.</summary>
public static class BotFrameworkTelemetry
{
    /// <summary>The name of the Meter and of the ActivitySource.</summary>
    public const string Name = "SupervisorBot.BotFramework";
}

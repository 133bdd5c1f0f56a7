namespace SupervisorBot.GatewaySimulator;

/// <summary>An inspector who may sign in to the simulated gateway.</summary>
public sealed class SimulatedInspector
{
    /// <summary>The inspector's agent id, 101 to 999999.</summary>
    public int AgentId { get; set; }

    /// <summary>The inspector's name, as the roster shows it.</summary>
    public string Name { get; set; } = "Inspector";

    /// <summary>The sign-in password; <see langword="null"/> means <see cref="SimulatorOptions.InspectorPassword"/>.</summary>
    public string? Password { get; set; }

    /// <summary>The VCC the inspector belongs to: 1 (the default) is that of the ordinary agents, 2 the foreign one.</summary>
    public int Vcc { get; set; } = 1;
}

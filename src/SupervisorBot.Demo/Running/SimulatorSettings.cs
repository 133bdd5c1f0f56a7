using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.Demo;

/// <summary>The simulator's settings in a demo.</summary>
internal static class SimulatorSettings
{
    private const string Section = "Simulator";

    /// <summary>Settings for one run.</summary>
    public static SimulatorOptions For(RunFolder folder, DemoOptions options)
    {
        var simulator = new SimulatorOptions
        {
            Port = DemoPorts.UsualOrAny(DemoPorts.Gateway),
            AdminPort = DemoPorts.UsualOrAny(DemoPorts.Admin),
            CertificateFile = folder.File("gateway.pem"),
            // As newer gateways do; the list that they serve instead tells how long an agent has been in a state.
            ServeAllAgentStatus = false,
            // Long enough that a call is still there when somebody new to it has read the cards.
            CallLengthMin = TimeSpan.FromMinutes(4),
            CallLengthMax = TimeSpan.FromMinutes(12),
        };
        if (options.Client == DemoClient.Walkthrough)
        {
            // No call ends or is held before the walkthrough has: it always tells the same story.
            simulator.CallLengthMin = TimeSpan.FromMinutes(10);
            simulator.CallLengthMax = TimeSpan.FromMinutes(15);
            simulator.HoldChance = 0;
        }

        new ConfigurationBuilder().AddInMemoryCollection(options.Settings).Build().GetSection(Section).Bind(simulator);
        return simulator;
    }
}

using Microsoft.AspNetCore.Builder;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.EndToEnd.Tests.Faults;

/// <summary>How the bot of a row, and its gateway, differ from the common ones.</summary>
internal sealed record FaultSetting
{
    public Action<SimulatorOptions>? Simulator { get; init; }

    public Action<WebApplicationBuilder>? Bot { get; init; }

    public IReadOnlyList<(string Name, string Value)> Settings { get; init; } = [];
}

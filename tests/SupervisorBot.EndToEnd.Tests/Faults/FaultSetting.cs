using Microsoft.AspNetCore.Builder;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.EndToEnd.Tests.Faults;

/// <summary>How the bot of a row, and its gateway, differ from the common ones.</summary>
internal sealed record FaultSetting
{
    public Action<SimulatorOptions>? Simulator { get; init; }

    public Action<WebApplicationBuilder>? Bot { get; init; }

    /// <summary>What the bot needs, disposed of after it.</summary>
    public IAsyncDisposable? Holds { get; init; }

    public IReadOnlyList<(string Name, string Value)> Settings { get; init; } = [];
}

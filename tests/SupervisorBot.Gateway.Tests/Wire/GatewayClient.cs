using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using SupervisorBot.Gateway.Sessions;

namespace SupervisorBot.Gateway.Tests.Wire;

/// <summary>The client as a host composes it, with what a test needs to look at.</summary>
internal sealed class GatewayClient : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public GatewayClient(Uri baseAddress, TimeProvider? time = null, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Gateway:BaseAddress"] = baseAddress.AbsoluteUri,
                ["Gateway:TrustedCertificates"] = TestAuthority.PemFile,
            })
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Gateway:" + setting.Name, (string?)setting.Value)))
            .Build();
        services = new ServiceCollection()
            .AddSingleton(time ?? TimeProvider.System)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(Logs)))
            .AddGateway(configuration)
            .BuildServiceProvider();
    }

    public FakeLogCollector Logs { get; } = new();

    public IGatewayConnector Connector => services.GetRequiredService<IGatewayConnector>();

    public System.Diagnostics.Metrics.IMeterFactory Meters => services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>();

    public GatewaySession Open(int agentId = 200) => Connector.Open(agentId);

    /// <summary>A session that already has a Guid.</summary>
    public GatewaySession OpenSignedIn(string guid = "first.AgentGateway0", DateTimeOffset? takenAt = null, int agentId = 200)
    {
        var session = Open(agentId);
        session.Import(new SessionCredentials(agentId, guid, takenAt ?? DateTimeOffset.UtcNow, [], null));
        return session;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

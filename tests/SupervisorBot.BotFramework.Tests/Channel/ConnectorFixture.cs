using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Threads;
using SupervisorBot.ConnectorSimulator.Recording;

namespace SupervisorBot.BotFramework.Tests.Channel;

/// <summary>The outbound half alone, in front of a recording connector. Waits between tries are a millisecond unless a clock is given.</summary>
internal sealed class ConnectorFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ConnectorFixture(RecordingConnector connector, ServiceProvider services)
    {
        Connector = connector;
        _services = services;
    }

    public RecordingConnector Connector { get; }

    public IChannel Channel => _services.GetRequiredService<IChannel>();

    public IThreads Threads => _services.GetRequiredService<IThreads>();

    public ConversationReference Thread { get; private init; } = null!;

    public static async Task<ConnectorFixture> StartAsync(
        string conversationId = "a:1personal", Dictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null)
    {
        RecordingConnector connector = await RecordingConnector.StartAsync();
        Dictionary<string, string?> values = new() { ["BotFramework:ConnectorBackoff"] = "00:00:00.001" };
        foreach ((string key, string? value) in settings ?? [])
        {
            values[key] = value;
        }

        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development });
        services.AddSingleton<IJitter>(new NoJitter());
        ChannelUnderTest.Add(services, new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        configure?.Invoke(services);
        return new ConnectorFixture(connector, services.BuildServiceProvider())
        {
            Thread = new(connector.ServiceUrl.ToString(), "msteams", conversationId, "personal", "11111111-1111-4111-8111-111111111111", new ChannelAccount("28:bot", "Bot")),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Connector.DisposeAsync();
    }

    private sealed class NoJitter : IJitter
    {
        public double Next() => 0;
    }
}

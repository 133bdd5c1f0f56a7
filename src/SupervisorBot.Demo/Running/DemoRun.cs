using SupervisorBot.GatewaySimulator;
using SupervisorBot.Hosting;

namespace SupervisorBot.Demo;

/// <summary>The simulator and the bot in front of it, started and stopped together.</summary>
internal sealed class DemoRun : IAsyncDisposable
{
    private readonly RunFolder _folder;
    private WebApplication? _bot;
    private GatewaySimulatorHost? _simulator;

    private DemoRun(RunFolder folder) => _folder = folder;

    /// <summary>The simulated contact centre.</summary>
    public GatewaySimulatorHost Simulator => _simulator!;

    /// <summary>The bot's own address.</summary>
    public Uri BotAddress { get; private set; } = null!;

    /// <summary>Where the bot takes messages.</summary>
    public Uri MessagesEndpoint => new(BotAddress, "api/messages");

    /// <summary>The folder of this run, in which the Playground's file lies.</summary>
    public string Folder => _folder.Path;

    /// <summary>Starts both.</summary>
    /// <exception cref="IOException">A port that was asked for is taken.</exception>
    public static async Task<DemoRun> StartAsync(DemoOptions options, DemoLog log, CancellationToken ct)
    {
        var run = new DemoRun(new RunFolder());
        try
        {
            await File.WriteAllTextAsync(run._folder.File(PlaygroundConfig.FileName), PlaygroundConfig.Content(), ct);
            run._simulator = await GatewaySimulatorHost.StartAsync(SimulatorSettings.For(run._folder, options), ct: ct);
            run._bot = run.Build(options, log);
            await run._bot.StartAsync(ct);
            run.BotAddress = new Uri(run._bot.Urls.First());
            return run;
        }
        catch
        {
            try
            {
                await run.DisposeAsync();
            }
#pragma warning disable CA1031 // What did not start cannot be stopped either; why it did not start is what has to be told.
            catch (Exception)
#pragma warning restore CA1031
            {
                // Told by the exception that is on its way.
            }

            throw;
        }
    }

    /// <summary>Stops the bot, which signs its inspectors out, then the simulator, and removes the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_bot is not null)
        {
            await _bot.StopAsync();
            await _bot.DisposeAsync();
        }

        if (_simulator is not null)
        {
            await _simulator.DisposeAsync();
        }

        _folder.Dispose();
    }

    private WebApplication Build(DemoOptions options, DemoLog log) => BotHost.Build(["--environment=Development"], builder =>
    {
        // Whatever bot the user has configured in the environment is not this one.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(BotSettings.For(Simulator, _folder, options));
        builder.WebHost.UseUrls($"http://127.0.0.1:{options.Port ?? DemoPorts.UsualOrAny(DemoPorts.Bot)}");
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        log.Configure(builder.Logging);
    });
}

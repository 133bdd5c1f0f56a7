using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.GatewaySimulator;
using SupervisorBot.Hosting;

namespace SupervisorBot.EndToEnd.Tests.Running;

/// <summary>
/// The whole bot as it is shipped, between a simulated gateway (HTTPS) and a recording connector (HTTP), all on free loopback ports. When it is
/// disposed of, everything that left it is searched for what must never leave it. It has its own edge, or the one that <see cref="EdgeAssembly"/> names.
/// </summary>
internal sealed class BotUnderTest : IAsyncDisposable
{
    public const int AlexId = 1001;
    public const int MeganId = 1002;
    public const int Agent = 2001;
    public const string Customer = "+4915112345678";

    /// <summary>How the customer's number may be shown.</summary>
    public const string Masked = "••••••••••5678";

    public static readonly ChatUser Alex = new("29:alex", "Alex Wilber", "aaaaaaaa-0000-4000-8000-000000000020");
    public static readonly ChatUser Megan = new("29:megan", "Megan Bowen", "aaaaaaaa-0000-4000-8000-000000000021");

    /// <summary>Somebody of the same tenant who is no inspector.</summary>
    public static readonly ChatUser Lynne = new("29:lynne", "Lynne Robbins", "aaaaaaaa-0000-4000-8000-000000000022");

    private readonly string _certificate = Path.GetTempFileName();
    private readonly LogCollector _logs = new();
    private readonly AnswerCollector _answers = new();
    private (string Name, string Value)[] _settings = [];
    private Action<WebApplicationBuilder>? _changes;
    private WebApplication _app = null!;

    private BotUnderTest(GatewaySimulatorHost gateway, RecordingConnector connector)
    {
        Gateway = gateway;
        Connector = connector;
    }

    public GatewaySimulatorHost Gateway { get; }

    public ContactCentre Centre => Gateway.ContactCentre;

    public RecordingConnector Connector { get; }

    public IServiceProvider Services => _app.Services;

    public Uri Address { get; private set; } = null!;

    public IReadOnlyList<RequestRecord> Intercepts => Gateway.RequestLog.Snapshot("intercept");

    public static Task<BotUnderTest> StartAsync(Action<SimulatorOptions>? simulator = null, params (string Name, string Value)[] settings) =>
        StartAsync(simulator, null, settings);

    /// <param name="simulator">Changes the simulated gateway's options.</param>
    /// <param name="changes">Changes the bot before it is built, after the settings: its clock for instance.</param>
    /// <param name="settings">Settings of the bot.</param>
    public static async Task<BotUnderTest> StartAsync(
        Action<SimulatorOptions>? simulator, Action<WebApplicationBuilder>? changes, params (string Name, string Value)[] settings)
    {
        var options = new SimulatorOptions
        {
            Port = 0,
            AdminPort = 0,
            AutonomousLife = false,
            PhonePickupDelay = TimeSpan.FromMilliseconds(50),
            TalkingDelay = TimeSpan.FromMilliseconds(50),
            PollWait = TimeSpan.FromSeconds(1),
        };
        simulator?.Invoke(options);
        var stop = TestContext.Current.CancellationToken;
        var bot = new BotUnderTest(await GatewaySimulatorHost.StartAsync(options, null, stop), await RecordingConnector.StartAsync(stop));
        (bot._settings, bot._changes) = (settings, changes);
        await bot.StartBotAsync(settings, changes, stop);
        return bot;
    }

    public static Task<BotUnderTest> StartAsync(params (string Name, string Value)[] settings) => StartAsync(null, settings);

    /// <summary>A person at the personal chat with the bot.</summary>
    public ChatClient Personal(ChatUser person) => At(person, ChatConversation.Personal(Connector.PersonalChatOf(person.Id)));

    public ChatClient At(ChatUser person, ChatConversation conversation) => new(new Uri(Address, "api/messages"), Connector, person, conversation);

    /// <summary>A person whose client has a language.</summary>
    public ChatClient At(ChatUser person, ChatConversation conversation, string locale) =>
        new(new Uri(Address, "api/messages"), Connector, person, conversation) { Locale = locale };

    /// <summary>A person at the personal chat with the bot, with a client that has a language.</summary>
    public ChatClient Personal(ChatUser person, string locale) => At(person, ChatConversation.Personal(Connector.PersonalChatOf(person.Id)), locale);

    public ChatClient OldClientAt(ChatUser person, ChatConversation conversation) =>
        new(new Uri(Address, "api/messages"), Connector, person, conversation) { KnowsNoExecute = true };

    public ChatClient CollectingClientAt(ChatUser person, ChatConversation conversation) =>
        new(new Uri(Address, "api/messages"), Connector, person, conversation) { ExpectsReplies = true };

    /// <summary>Every line that the bot has logged.</summary>
    public IReadOnlyList<string> Logs => _logs.Lines;

    /// <summary>Stops the bot and starts it again, over what it has stored.</summary>
    public async Task RestartAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await StartBotAsync(_settings, _changes, TestContext.Current.CancellationToken);
    }

    public string StartCall(int workNo = Agent, string customer = Customer) => Centre.StartCall(workNo, customer);

    public void Plot(Fault fault) => Gateway.Faults.Add(fault);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        var calls = Connector.Calls;
        await Connector.DisposeAsync();
        await Gateway.DisposeAsync();
        File.Delete(_certificate);
        Secrecy.Check(calls, _answers.Bodies, _logs.Lines, [Gateway.Options.InspectorPassword, Gateway.Options.AgentPassword]);
    }

    private async Task StartBotAsync((string Name, string Value)[] settings, Action<WebApplicationBuilder>? changes, CancellationToken stop)
    {
        await File.WriteAllTextAsync(_certificate, Gateway.CertificatePem, stop);
        string[] args = ["--environment=Development", "--urls=http://127.0.0.1:0"];
        _app = EdgeAssembly.Here is { } edge ? BotHost.Build(args, edge, Configure) : BotHost.Build(args, Configure);
        Assert.Same((EdgeAssembly.Here?.GetType() ?? typeof(IChannel)).Assembly, _app.Services.GetRequiredService<IChannel>().GetType().Assembly);
        await _app.StartAsync(stop);
        Address = new Uri(_app.Urls.Single(url => url.StartsWith("http://", StringComparison.Ordinal)));

        void Configure(WebApplicationBuilder builder)
        {
            builder.Configuration.AddInMemoryCollection(Settings());
            builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)));
            builder.Logging.ClearProviders();
            builder.Logging.AddProvider(_logs);
            builder.Logging.AddFilter("SupervisorBot", LogLevel.Debug);
            builder.Services.AddSingleton<IStartupFilter>(_answers);
            changes?.Invoke(builder);
        }
    }

    private Dictionary<string, string?> Settings() => new()
    {
        ["Database:Provider"] = "Memory",
        ["Gateway:BaseAddress"] = Gateway.BaseAddress.ToString(),
        ["Gateway:TrustedCertificates"] = _certificate,
        ["Gateway:PollPauseMinimum"] = "00:00:00.010",
        ["Gateway:PollPauseMaximum"] = "00:00:00.020",
        ["Roster:Interval"] = "00:00:00",
        ["Roster:NameTimeout"] = "00:00:05",
        ["BotFramework:ConnectorBackoff"] = "00:00:00.010",
        ["Outbox:UnansweredPause"] = "00:00:00.500",
        ["Inspectors:0:EntraObjectId"] = Alex.AadObjectId,
        ["Inspectors:0:AgentId"] = "1001",
        ["Inspectors:0:DisplayName"] = Alex.Name,
        ["Inspectors:0:PhoneNumber"] = "40001",
        ["Inspectors:0:Password"] = Gateway.Options.InspectorPassword,
        ["Inspectors:1:EntraObjectId"] = Megan.AadObjectId,
        ["Inspectors:1:AgentId"] = "1002",
        ["Inspectors:1:DisplayName"] = Megan.Name,
        ["Inspectors:1:PhoneNumber"] = "40002",
        ["Inspectors:1:Password"] = Gateway.Options.InspectorPassword,
    };
}

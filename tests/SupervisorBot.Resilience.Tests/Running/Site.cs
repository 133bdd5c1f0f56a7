using System.Globalization;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.Resilience.Tests.Running;

/// <summary>
/// What outlives the bot's process: the contact centre behind its gateway, the chat, the people, and the database. Bots are started beside it as processes
/// of their own, and killed.
/// </summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly string _certificate = Path.GetTempFileName();
    private readonly Dictionary<string, string> _settings = [];
    private readonly List<BotProcess> _bots = [];
    private readonly ITestDatabase _database;

    private Site(GatewaySimulatorHost gateway, RecordingConnector connector, IReadOnlyList<Person> people, ITestDatabase database)
    {
        Gateway = gateway;
        Connector = connector;
        People = people;
        _database = database;
    }

    public GatewaySimulatorHost Gateway { get; }

    public ContactCentre Centre => Gateway.ContactCentre;

    public RecordingConnector Connector { get; }

    public IReadOnlyList<Person> People { get; }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Opens the contact centre and the chat; no bot runs yet.</summary>
    /// <param name="people">How many inspectors, each with an agent of their own.</param>
    /// <param name="database">What the bots keep; it is disposed of with the site.</param>
    /// <param name="pollWait">How long the gateway holds a poll.</param>
    /// <param name="settings">The bots' settings besides those that they all need.</param>
    public static async Task<Site> OpenAsync(int people, ITestDatabase database, TimeSpan pollWait, params (string Name, string Value)[] settings)
    {
        var options = new SimulatorOptions
        {
            Port = 0,
            AdminPort = 0,
            AutonomousLife = false,
            AgentCount = people,
            PhonePickupDelay = TimeSpan.FromMilliseconds(200),
            TalkingDelay = TimeSpan.FromMilliseconds(300),
            PollWait = pollWait,
            RecordPolls = false,
            Inspectors = [.. Enumerable.Range(0, people).Select(i => new SimulatedInspector { AgentId = Person.FirstInspector + i, Name = $"Inspector {i:000}" })],
        };
        var gateway = await GatewaySimulatorHost.StartAsync(options, null, Stop);
        var connector = await RecordingConnector.StartAsync(Stop);
        var site = new Site(gateway, connector, Person.Crowd(people, connector), database);
        await File.WriteAllTextAsync(site._certificate, gateway.CertificatePem, Stop);
        site.Configure(settings);
        return site;
    }

    /// <summary>Starts a bot and waits until it takes commands.</summary>
    public async Task<RunningBot> StartBotAsync(params (string Name, string Value)[] settings)
    {
        var bot = Launch(settings);
        return new RunningBot(bot, await bot.ReadyAsync());
    }

    /// <summary>Starts a bot and does not wait for it.</summary>
    public BotProcess Launch(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>(_settings);
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        var bot = new BotProcess([.. all.Select(setting => (setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value))]);
        _bots.Add(bot);
        return bot;
    }

    /// <summary>A person in front of a chat whose messages go to one bot.</summary>
    public ChatClient Chat(Uri bot, Person person, bool isPersonal = false) =>
        new(new Uri(bot, "api/messages"), Connector, person.User, isPersonal ? person.Personal : person.Thread);

    /// <summary>Signs everybody in.</summary>
    /// <param name="bot">Where the messages go.</param>
    public async Task SignInAsync(Uri bot)
    {
        await Parallel.ForEachAsync(People, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Stop }, async (person, stop) =>
        {
            var chat = Chat(bot, person, isPersonal: true);
            Assert.Equal(200, (await chat.SayAsync("/signin", stop)).Status);
            await chat.WaitForTextAsync("✔ Signed in", TimeSpan.FromSeconds(60));
        });
    }

    /// <summary>The sign-ins that were lost or repeated, and those whose events were fetched by too many at once or after too long a silence.</summary>
    /// <param name="mostAtOnce">How many polls at once are allowed: at a take-over the dead bot's may not have ended when the new one's begins.</param>
    public IEnumerable<string> WrongSessions(int mostAtOnce) =>
        from poll in Gateway.Polls.Snapshot()
        where !poll.IsSignedIn || poll.SignIns > 1 || poll.SignOuts > 0 || poll.MostAtOnce > mostAtOnce || poll.LongestGap > TimeSpan.FromMinutes(2)
        select $"The session of {poll.AgentId}: {poll}";

    /// <summary>Fails with all that is wrong, and with what the bots wrote; a secret in what they wrote is wrong too.</summary>
    public void AssertNothingIsWrong(IReadOnlyCollection<string> wrong)
    {
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong) + "\n\n" + Outputs);
        Assert.DoesNotContain(Gateway.Options.InspectorPassword, Outputs, StringComparison.Ordinal);
    }

    /// <summary>What every bot wrote, for the message of a test that fails.</summary>
    public string Outputs => string.Join("\n--- the next bot ---\n", _bots.Select(bot => bot.Output));

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _bots)
        {
            await bot.DisposeAsync();
        }

        await Connector.DisposeAsync();
        await Gateway.DisposeAsync();
        await _database.DisposeAsync();
        File.Delete(_certificate);
    }

    private void Configure((string Name, string Value)[] settings)
    {
        void Set(string name, string value) => _settings[name] = value;

        Set("DOTNET_ENVIRONMENT", "Development");
        Set("urls", "http://127.0.0.1:0");
        Set("Gateway:BaseAddress", Gateway.BaseAddress.ToString());
        Set("Gateway:TrustedCertificates", _certificate);
        Set("Gateway:PollPauseMinimum", "00:00:00.010");
        Set("Gateway:PollPauseMaximum", "00:00:00.050");
        Set("Roster:Interval", "00:00:00");
        Set("Database:Provider", _database.Provider);
        Set("ConnectionStrings:Supervisor", _database.ConnectionString);
        Set("Audit:Key", "dGhlIGtleSBvZiB0aGUgdGVzdHMgb2YgdGhlIGF1ZGl0IQ==");
        foreach (var (person, i) in People.Select((person, i) => (person, i)))
        {
            Set($"Inspectors:{i}:EntraObjectId", person.User.AadObjectId);
            Set($"Inspectors:{i}:AgentId", person.AgentId.ToString(CultureInfo.InvariantCulture));
            Set($"Inspectors:{i}:DisplayName", person.User.Name);
            Set($"Inspectors:{i}:PhoneNumber", (40_000 + i).ToString(CultureInfo.InvariantCulture));
            Set($"Inspectors:{i}:Password", Gateway.Options.InspectorPassword);
        }

        foreach (var (name, value) in settings)
        {
            Set(name, value);
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupervisorBot.Gateway;
using SupervisorBot.GatewaySimulator;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Administration;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.History;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Outbox;
using SupervisorBot.Supervision.Sessions.Events;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Supervision.Tests.Desk;

/// <summary>The desk over a real silo, the real gateway client and the gateway simulator over HTTPS; the conversation is this class.</summary>
internal sealed class DeskHost : INoticeComposer, IOutboxWaker, IAsyncDisposable
{
    public const string AlexId = "aaaaaaaa-0000-4000-8000-000000000020";
    public const string MeganId = "aaaaaaaa-0000-4000-8000-000000000021";
    public const int Agent = 2001;
    public const string Customer = "+4915112345678";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly ConcurrentQueue<SupervisionNotice> _notices = new();
    private readonly string _certificate = Path.GetTempFileName();
    private WebApplication _app = null!;
    private bool _isStopped;

    private DeskHost(GatewaySimulatorHost gateway) => Gateway = gateway;

    /// <summary>Stands between the bot and its storage.</summary>
    private Func<ISessionStore, ISessionStore>? Around { get; init; }

    /// <summary>What the putting into words of a notice does besides.</summary>
    public Action<SupervisionNotice>? OnCompose { get; set; }

    /// <summary>The bot beside which this one works, over the same storage.</summary>
    private DeskHost? Other { get; init; }

    /// <summary>Interceptions that an earlier run of the bot left behind.</summary>
    private InterceptionRecord[] LeftBehind { get; init; } = [];

    public GatewaySimulatorHost Gateway { get; }

    public ISupervisionDesk Desk => _app.Services.GetRequiredService<ISupervisionDesk>();

    /// <summary>What was written down for good so far.</summary>
    public async Task<IReadOnlyList<AuditEntry>> AuditedAsync() =>
        [.. (await _app.Services.GetRequiredService<IAuditReader>().ReadAsync(0, int.MaxValue, TestContext.Current.CancellationToken)).Select(record => record.Entry)];

    public InspectorDirectory Directory => _app.Services.GetRequiredService<InspectorDirectory>();

    public IDirectoryAdministration Administration => _app.Services.GetRequiredService<IDirectoryAdministration>();

    public IAccess Access => _app.Services.GetRequiredService<IAccess>();

    public IHistoryDesk History => _app.Services.GetRequiredService<IHistoryDesk>();

    public IAuditReader Audit => _app.Services.GetRequiredService<IAuditReader>();

    public Inspector Alex => Directory.Latest.Find(1001)!.Inspector;

    public Inspector Megan => Directory.Latest.Find(1002)!.Inspector;

    public IReadOnlyList<SupervisionNotice> Notices => [.. _notices];

    public static Task<DeskHost> StartAsync(Action<SimulatorOptions>? simulator = null, params (string Name, string Value)[] settings) =>
        StartAsync([], simulator, settings);

    /// <summary>A bot whose storage is not as good as it should be.</summary>
    public static Task<DeskHost> StartOverAsync(Func<ISessionStore, ISessionStore> around, params (string Name, string Value)[] settings) =>
        StartAsync([], null, around, settings);

    public static Task<DeskHost> StartAsync(InterceptionRecord[] leftBehind, Action<SimulatorOptions>? simulator = null, params (string Name, string Value)[] settings) =>
        StartAsync(leftBehind, simulator, null, settings);

    private static async Task<DeskHost> StartAsync(
        InterceptionRecord[] leftBehind, Action<SimulatorOptions>? simulator, Func<ISessionStore, ISessionStore>? around, (string Name, string Value)[] settings)
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
        var host = new DeskHost(await GatewaySimulatorHost.StartAsync(options, null, TestContext.Current.CancellationToken)) { LeftBehind = leftBehind, Around = around };
        await host.StartBotAsync(settings);
        return host;
    }

    public async Task<Receipt> AskAsync(Inspector inspector, Func<string, SupervisionRequest> request) =>
        await Desk.AskAsync(inspector, request($"request-{Guid.NewGuid()}"), TestContext.Current.CancellationToken);

    public async Task SignInAsync(Inspector inspector)
    {
        Assert.True((await AskAsync(inspector, id => new SignInRequested(id, Place))).Accepted);
        await NoticeAsync<SignedInNotice>(n => n.Inspector == inspector);
    }

    public async Task ListenAsync(Inspector inspector, int workNo = Agent)
    {
        Assert.True((await AskAsync(inspector, id => new MonitorRequested(id, Place, workNo, SupervisorBot.Gateway.Monitoring.MonitoringMode.Listen))).Accepted);
        await NoticeAsync<MonitoringNotice>(n => n.Inspector == inspector && n.Monitoring.Phase == MonitoringPhase.Active);
    }

    /// <summary>Starts a call, signs the inspector in and lets them listen to it.</summary>
    public async Task<string> ListenToACallAsync(Inspector inspector)
    {
        var callId = Gateway.ContactCentre.StartCall(Agent, Customer);
        await SignInAsync(inspector);
        await ListenAsync(inspector);
        return callId;
    }

    public async Task<Guid> ProposeAsync(Inspector inspector, string callId, int workNo = Agent)
    {
        var id = Guid.NewGuid();
        var answer = await Desk.ProposeAsync(inspector, new InterceptionProposal(id, workNo, callId, Place), TestContext.Current.CancellationToken);
        Assert.NotNull(answer.Interception);
        return id;
    }

    public Task<PressAnswer> PressAsync(Inspector inspector, Guid operationId) =>
        Desk.ConfirmAsync(inspector, operationId, null, TestContext.Current.CancellationToken);

    public async Task<InterceptionView> OutcomeAsync(Guid operationId) =>
        (await NoticeAsync<InterceptionNotice>(n => n.Interception.OperationId == operationId && n.Interception.Step == InterceptionStep.Decided)).Interception;

    public int InterceptsReceived => Gateway.RequestLog.Snapshot("intercept").Count;

    public static RequestOrigin Place { get; } = new("thread");

    public async Task<T> NoticeAsync<T>(Func<T, bool> fits)
        where T : SupervisionNotice
    {
        var until = TimeProvider.System.GetTimestamp() + (long)(Limit.TotalSeconds * TimeProvider.System.TimestampFrequency);
        while (TimeProvider.System.GetTimestamp() < until)
        {
            if (_notices.OfType<T>().FirstOrDefault(fits) is { } notice)
            {
                return notice;
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"No {typeof(T).Name} that fits came. Told: {string.Join(" | ", _notices)}");
    }

    public IReadOnlyList<OutboxEntry> Compose(SupervisionNotice notice)
    {
        OnCompose?.Invoke(notice);
        _notices.Enqueue(notice);
        return [];
    }

    public void Wake(IEnumerable<string> threads)
    {
        // Nothing is ever sent: the notices themselves are looked at.
    }

    /// <summary>Another bot over the same gateway and the same storage: the next start of this one, or another node's take-over.</summary>
    public async Task<DeskHost> AnotherAsync(params (string Name, string Value)[] settings)
    {
        var another = new DeskHost(Gateway) { Other = this };
        await another.StartBotAsync(settings);
        return another;
    }

    public async Task StopAsync()
    {
        if (!_isStopped)
        {
            _isStopped = true;
            await _app.StopAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _app.DisposeAsync();
        if (Other is null)
        {
            await Gateway.DisposeAsync();
        }

        File.Delete(_certificate);
    }

    private async Task StartBotAsync((string Name, string Value)[] settings)
    {
        await File.WriteAllTextAsync(_certificate, Gateway.CertificatePem);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => CallbackServer.Listen(kestrel, builder.Configuration));
        builder.Services.AddRouting();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Gateway:BaseAddress"] = Gateway.BaseAddress.ToString(),
            ["Gateway:TrustedCertificates"] = _certificate,
            ["Gateway:PollPauseMinimum"] = "00:00:00.010",
            ["Gateway:PollPauseMaximum"] = "00:00:00.020",
            ["Roster:NameTimeout"] = "00:00:05",
            ["Inspectors:0:EntraObjectId"] = AlexId,
            ["Inspectors:0:AgentId"] = "1001",
            ["Inspectors:0:DisplayName"] = "Alex Wilber",
            ["Inspectors:0:PhoneNumber"] = "40001",
            ["Inspectors:0:Password"] = Gateway.Options.InspectorPassword,
            ["Inspectors:1:EntraObjectId"] = MeganId,
            ["Inspectors:1:AgentId"] = "1002",
            ["Inspectors:1:DisplayName"] = "Megan Bowen",
            ["Inspectors:1:PhoneNumber"] = "40002",
            ["Inspectors:1:Password"] = Gateway.Options.InspectorPassword,
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)));
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.Services.AddGateway(builder.Configuration);
        if (Other is not null)
        {
            builder.Services.AddSingleton(Other._app.Services.GetRequiredService<ISessionStore>());
            builder.Services.AddSingleton(Other._app.Services.GetRequiredService<ICallClaims>());
        }

        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSupervision(builder.Configuration);
        if (Around is not null)
        {
            builder.Services.AddSingleton<MemorySessionStore>();
            builder.Services.AddSingleton(provider => Around(provider.GetRequiredService<MemorySessionStore>()));
        }

        builder.Services.AddSingleton<INoticeComposer>(this);
        builder.Services.AddSingleton<IOutboxWaker>(this);
        builder.Host.UseOrleans(silo =>
        {
            var (siloPort, gatewayPort) = TwoFreePorts();
            silo.UseLocalhostClustering(siloPort, gatewayPort);
        });
        _app = builder.Build();
        _app.UseRouting();
        _app.MapGatewayEvents();
        var store = _app.Services.GetRequiredService<ISessionStore>();
        foreach (var record in LeftBehind)
        {
            // The first version of a record is an insert, whatever its step.
            var opened = await store.OpenAsync(record.View.Inspector.AgentId, "an earlier run", CancellationToken.None);
            var commit = new SessionCommit(record.View.Inspector.AgentId, opened.Epoch) { Interceptions = [record with { Version = 1 }] };
            Assert.Equal(CommitResult.Committed, await store.CommitAsync(commit, CancellationToken.None));
        }

        await _app.StartAsync();
    }

    private static (int Silo, int Gateway) TwoFreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}

using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.Gateway.Tests.Wire;

/// <summary>A gateway simulator without a life of its own, and a client that reaches it over HTTPS.</summary>
internal sealed class SimulatedCentre : IAsyncDisposable
{
    public const int Inspector = 1001;
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);
    private readonly string pemFile;

    private SimulatedCentre(GatewaySimulatorHost host, string pemFile, (string, string)[] settings)
    {
        Host = host;
        this.pemFile = pemFile;
        Client = new GatewayClient(host.BaseAddress, null, [("TrustedCertificates", pemFile), .. settings]);
        Session = Client.Open(Inspector);
    }

    public GatewaySimulatorHost Host { get; }

    public GatewayClient Client { get; }

    public GatewaySession Session { get; }

    public static SignInRequest SignIn { get; } = new("Inspect-2025", "881001");

    public static async Task<SimulatedCentre> StartAsync(Action<SimulatorOptions>? change = null, params (string, string)[] settings)
    {
        var options = new SimulatorOptions
        {
            Port = 0,
            AdminPort = 0,
            AutonomousLife = false,
            PollWait = TimeSpan.FromMilliseconds(300),
            PhonePickupDelay = TimeSpan.Zero,
            TalkingDelay = TimeSpan.Zero,
            RequireContentType = true,
        };
        change?.Invoke(options);
        var host = await GatewaySimulatorHost.StartAsync(options);
        var pemFile = Path.Combine(Path.GetTempPath(), $"supervisorbot-{Guid.NewGuid():N}.pem");
        await File.WriteAllTextAsync(pemFile, host.CertificatePem);
        return new SimulatedCentre(host, pemFile, settings);
    }

    /// <summary>Polls until an event of this type comes.</summary>
    public async Task<T> WaitForAsync<T>()
        where T : GatewayEvent
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            var poll = await Session.PollAsync(limit.Token);
            if (poll.Value is T wanted)
            {
                return wanted;
            }
        }
    }

    /// <summary>Signs in, begins a call and listens to it until the phone is picked up.</summary>
    /// <returns>The call id.</returns>
    public async Task<string> ListenToAsync(int workNo, string customer = "13800001234")
    {
        var callId = Host.ContactCentre.StartCall(workNo, customer);
        Assert.Null((await Session.SignInAsync(SignIn)).Failure);
        Assert.Null((await Session.ListenAsync(workNo)).Failure);
        await WaitForAsync<PhoneOffhookEvent>();
        return callId;
    }

    public int Count(string operation) => Host.RequestLog.Snapshot(operation).Count;

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Host.DisposeAsync();
        File.Delete(pemFile);
    }

    public static Refused Refusal(string code) => new(new ResultCode(code));
}

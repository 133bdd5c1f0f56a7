using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SupervisorBot.GatewaySimulator.Tests;

/// <summary>A simulator on free ports and a plain HTTP client that trusts the certificate of its run and nothing else.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    public const string Customer = "447700900123";
    public const string Password = "Inspect-2025";
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private readonly HttpClient client;

    private Gateway(GatewaySimulatorHost host)
    {
        Host = host;
        client = new HttpClient(TrustOnly(host.CertificatePem)) { BaseAddress = host.BaseAddress, Timeout = TimeSpan.FromSeconds(60) };
        Admin = new HttpClient { BaseAddress = host.AdminAddress, Timeout = TimeSpan.FromSeconds(60) };
    }

    public GatewaySimulatorHost Host { get; }

    public ContactCentre Centre => Host.ContactCentre;

    public HttpClient Admin { get; }

    /// <summary>Starts without a life of its own; phones are picked up, talks begin and polls answer at once.</summary>
    public static async Task<Gateway> StartAsync(Action<SimulatorOptions>? configure = null, TimeProvider? time = null)
    {
        var options = Quiet();
        configure?.Invoke(options);
        return new Gateway(await GatewaySimulatorHost.StartAsync(options, time, TestContext.Current.CancellationToken));
    }

    public static SimulatorOptions Quiet() => new()
    {
        Port = 0,
        AdminPort = 0,
        AutonomousLife = false,
        PollWait = TimeSpan.Zero,
        PhonePickupDelay = TimeSpan.Zero,
        TalkingDelay = TimeSpan.Zero,
    };

    public static SocketsHttpHandler TrustOnly(string authorityPem)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPem(authorityPem);
        return new SocketsHttpHandler { UseCookies = false, SslOptions = { CertificateChainPolicy = policy } };
    }

    /// <summary>A client of another node.</summary>
    public HttpClient ClientOf(GatewayNode node) => new(TrustOnly(Host.CertificatePem)) { BaseAddress = node.BaseAddress, Timeout = TimeSpan.FromSeconds(60) };

    public async Task<GatewayAnswer> SendAsync(
        string method, string path, string? guid = null, string body = "", string? contentType = "application/json; charset=UTF-8", string? cookie = null,
        HttpClient? through = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        if (guid is not null)
        {
            request.Headers.Add("Guid", guid);
        }

        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var response = await (through ?? client).SendAsync(request, TestContext.Current.CancellationToken);
        return await GatewayAnswer.ReadAsync(response);
    }

    public Task<GatewayAnswer> TrySignInAsync(int agentId, string password = Password, bool forced = false, string more = "", HttpClient? through = null) =>
        SendAsync("PUT", $"onlineagent/{agentId}{(forced ? "/forcelogin" : "")}", body: $$"""{"password":"{{password}}","phonenum":"88{{agentId}}"{{more}}}""", through: through);

    /// <summary>Signs somebody in and takes the events of the sign-in off the queue. Agents are taken over from the simulator by force.</summary>
    public async Task<Person> SignInAsync(int agentId)
    {
        var isInspector = agentId < 2000;
        var answer = await TrySignInAsync(agentId, isInspector ? Password : "Agent-2025", forced: !isInspector);
        Assert.Equal("0", answer.RetCode);
        var person = new Person(this, agentId, answer.Guid!);
        await person.EventsAsync();
        return person;
    }

    /// <summary>An inspector who hears agent 2001 talk with a customer.</summary>
    public async Task<(Person Inspector, string CallId)> ListenAsync(int inspectorId = 1001)
    {
        var inspector = await SignInAsync(inspectorId);
        var callId = Centre.FindAgent(2001)!.CallIds is [var current, ..] ? current : Centre.StartCall(2001, Customer);
        Assert.Equal("0", (await inspector.PutAsync("qualitycontrol/{0}/addsupervise/2001")).RetCode);
        await inspector.EventsAsync();
        return (inspector, callId);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        Admin.Dispose();
        await Host.DisposeAsync();
    }
}

using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.EndToEnd.Tests.Running;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.EndToEnd.Tests.SigningIn;

/// <summary>A bot that knows no inspector's password and serves its sign-in page over HTTPS with a certificate of its own.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    public const string Password = "Inspect-2025";

    private readonly X509Certificate2 _certificate = SelfSigned();

    private PageServer(int port) => Address = new Uri($"https://localhost:{port}/");

    public BotUnderTest Bot { get; private set; } = null!;

    /// <summary>The bot's public address.</summary>
    public Uri Address { get; }

    public static async Task<PageServer> StartAsync(
        Action<SimulatorOptions>? simulator = null, TimeProvider? time = null, params (string Name, string Value)[] settings)
    {
        var (secure, plain) = (FreePort(), FreePort());
        var server = new PageServer(secure);
        server.Bot = await BotUnderTest.StartAsync(
            simulator,
            builder =>
            {
                builder.WebHost.ConfigureKestrel(kestrel =>
                {
                    kestrel.Listen(IPAddress.Loopback, plain);
                    kestrel.Listen(IPAddress.Loopback, secure, listen => listen.UseHttps(server._certificate));
                });
                if (time is not null)
                {
                    builder.Services.AddSingleton(time);
                }
            },
            [
                ("Bot:PublicAddress", server.Address.AbsoluteUri), ("Inspectors:0:Password", ""), ("Inspectors:1:Password", ""),
                ("Session:KeeperInterval", "00:00:00.200"), .. settings,
            ]);
        return server;
    }

    /// <summary>A browser of its own, with its own cookies.</summary>
    public PageVisitor Browser(string? address = null) => new(_certificate, address);

    /// <summary>Asks for a link and returns it as it stands on the card's button.</summary>
    public static async Task<Uri> LinkAsync(ChatClient chat)
    {
        var known = chat.Messages.Select(message => message.Id).ToHashSet();
        await chat.TellAsync("/signin");
        return LinkOf(await chat.WaitForAsync(message => !known.Contains(message.Id) && message.Words().Contains("Open the page", StringComparison.Ordinal)));
    }

    public static Uri LinkOf(ThreadMessage card)
    {
        var action = PageVisitor.Find(card.Card!.ToJsonString(), "\"url\":\"([^\"]+)\"");
        return new Uri(action);
    }

    /// <summary>Waits until something holds.</summary>
    public static async Task EventuallyAsync(Func<bool> holds)
    {
        var until = DateTime.UtcNow.AddSeconds(20);
        while (!holds())
        {
            Assert.True(DateTime.UtcNow < until, "It did not come to hold in time.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        _certificate.Dispose();
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace SupervisorBot.GatewaySimulator;

/// <summary>A running gateway simulator: the HTTPS interface, the admin endpoints, and the same view of them in process.</summary>
public sealed class GatewaySimulatorHost : IAsyncDisposable
{
    private readonly RunCertificate certificate;
    private readonly WebApplication gateway;
    private readonly WebApplication admin;

    private GatewaySimulatorHost(SimulatorOptions options, TimeProvider time)
    {
        var listenAddress = IPAddress.Parse(options.ListenAddress);
        Options = options;
        ContactCentre = new ContactCentre(options, time);
        RequestLog = new RequestLog(options.RequestLogCapacity);
        Faults = new FaultBox();
        certificate = RunCertificate.Create(listenAddress);
        gateway = Build(kestrel => kestrel.Listen(listenAddress, options.Port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.UseHttps(certificate.Server);
        }));
        gateway.Run(new GatewayInterface(ContactCentre, Faults, RequestLog, options).HandleAsync);
        admin = Build(kestrel => kestrel.Listen(IPAddress.Loopback, options.AdminPort, listen => listen.Protocols = HttpProtocols.Http1));
        AdminEndpoints.Map(admin, this);
    }

    /// <summary>The options it was started with.</summary>
    public SimulatorOptions Options { get; }

    /// <summary>The base address of the interface, as <c>Gateway:BaseAddress</c> takes it: <c>https://host:port/agentgateway/resource/</c>.</summary>
    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>The address of the admin endpoints and of the status page.</summary>
    public Uri AdminAddress { get; private set; } = null!;

    /// <summary>The private CA of this run in PEM, as <c>Gateway:TrustedCertificates</c> takes it in a file.</summary>
    public string CertificatePem => certificate.AuthorityPem;

    /// <summary>Every request that reached the interface.</summary>
    public RequestLog RequestLog { get; }

    /// <summary>The contact centre behind the interface.</summary>
    public ContactCentre ContactCentre { get; }

    /// <summary>What goes wrong with the next calls.</summary>
    public FaultBox Faults { get; }

    /// <summary>Starts a simulator.</summary>
    /// <param name="options">How it behaves.</param>
    /// <param name="timeProvider">Its clock; <see langword="null"/> means the machine's.</param>
    /// <param name="ct">Ends the start.</param>
    /// <returns>The running simulator; dispose it to stop it.</returns>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<GatewaySimulatorHost> StartAsync(
        SimulatorOptions options, TimeProvider? timeProvider = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        SimulatorOptionsRules.Validate(options);
        var host = new GatewaySimulatorHost(options, timeProvider ?? TimeProvider.System);
        try
        {
            await host.StartAsync(ct);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops both servers and the contact centre. Open polls are cut off.</summary>
    /// <returns>A task that ends when everything has stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        ContactCentre.Floor.Dispose();
        await gateway.DisposeAsync();
        await admin.DisposeAsync();
        certificate.Dispose();
    }

    private static WebApplication Build(Action<KestrelServerOptions> configure)
    {
        // The empty builder reads no configuration, so the settings of a process that hosts the simulator do not reach it.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            configure(kestrel);
        });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseShutdownTimeout(TimeSpan.Zero);
        builder.Services.AddRoutingCore();
        return builder.Build();
    }

    private static int Port(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new Uri(addresses.First()).Port;
    }

    private async Task StartAsync(CancellationToken ct)
    {
        await gateway.StartAsync(ct);
        await admin.StartAsync(ct);
        var listen = IPAddress.Parse(Options.ListenAddress);
        var reached = listen.Equals(IPAddress.Any) ? IPAddress.Loopback : listen.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : listen;
        BaseAddress = new UriBuilder(Uri.UriSchemeHttps, reached.ToString(), Port(gateway), Options.PathPrefix.Trim('/') + "/").Uri;
        AdminAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port(admin)}/"));
        if (Options.CertificateFile is { Length: > 0 } file)
        {
            await File.WriteAllTextAsync(file, CertificatePem, ct);
        }

        ContactCentre.Open();
    }
}

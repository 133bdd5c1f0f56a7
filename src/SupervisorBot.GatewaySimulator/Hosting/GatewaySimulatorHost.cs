using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SupervisorBot.GatewaySimulator;

/// <summary>A running gateway simulator: the HTTPS interface, the admin endpoints, and the same view of them in process.</summary>
public sealed class GatewaySimulatorHost : IAsyncDisposable
{
    private readonly RunCertificate certificate;
    private readonly GatewayInterface gateway;
    private readonly WebApplication admin;

    private GatewaySimulatorHost(SimulatorOptions options, TimeProvider time)
    {
        Options = options;
        ContactCentre = new ContactCentre(options, time);
        RequestLog = new RequestLog(options.RequestLogCapacity);
        Intercepts = new InterceptLog(options.InterceptLogCapacity);
        Faults = new FaultBox();
        certificate = new RunCertificate(IPAddress.Parse(options.ListenAddress));
        Nodes = [.. Ports(options).Select((port, number) => new GatewayNode(number, port, options, certificate))];
        ContactCentre.Floor.IsUp = name => Nodes.Any(node => node.IsUp && node.Name == name);
        ContactCentre.Floor.IsAnyNodeUp = () => Nodes.Any(node => node.IsUp);
        gateway = new GatewayInterface(this);
        admin = Servers.Build(kestrel => kestrel.Listen(IPAddress.Loopback, options.AdminPort, listen => listen.Protocols = HttpProtocols.Http1));
        AdminEndpoints.Map(admin, this);
    }

    /// <summary>The options it was started with.</summary>
    public SimulatorOptions Options { get; }

    /// <summary>The base address of the interface, as <c>Gateway:BaseAddress</c> takes it: <c>https://host:port/agentgateway/resource/</c>.</summary>
    public Uri BaseAddress => Nodes[0].BaseAddress;

    /// <summary>The gateway's nodes: one, or two with <see cref="SimulatorOptions.SecondPort"/>.</summary>
    public IReadOnlyList<GatewayNode> Nodes { get; }

    /// <summary>The address of the admin endpoints and of the status page.</summary>
    public Uri AdminAddress { get; private set; } = null!;

    /// <summary>The private CA of this run in PEM, as <c>Gateway:TrustedCertificates</c> takes it in a file.</summary>
    public string CertificatePem => certificate.AuthorityPem;

    /// <summary>The latest requests that reached the interface.</summary>
    public RequestLog RequestLog { get; }

    /// <summary>Every intercept that reached the interface.</summary>
    public InterceptLog Intercepts { get; }

    /// <summary>Who fetched whose events and when.</summary>
    public PollLog Polls => ContactCentre.Floor.Polls;

    /// <summary>The gateway's disaster switch-over.</summary>
    public SwitchOver SwitchOver => ContactCentre.Floor.SwitchOver;

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

    /// <summary>Stops all servers and the contact centre. Open polls are cut off.</summary>
    /// <returns>A task that ends when everything has stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        ContactCentre.Floor.Dispose();
        ContactCentre.Sender.Dispose();
        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }

        await admin.DisposeAsync();
        certificate.Dispose();
    }

    /// <summary>Shows new connections another certificate. Connections that are open stay open; see <see cref="GatewayNode.CutConnections"/>.</summary>
    /// <param name="which">Which of the run's own.</param>
    public void Serve(ServedCertificate which) => certificate.Serve(which);

    /// <summary>Shows new connections a certificate of the caller's.</summary>
    /// <param name="withKey">The certificate with its key; disposed by the caller, after the simulator.</param>
    public void Serve(X509Certificate2 withKey)
    {
        ArgumentNullException.ThrowIfNull(withKey);
        certificate.Serve(withKey);
    }

    private static int[] Ports(SimulatorOptions options) => options.SecondPort is { } second ? [options.Port, second] : [options.Port];

    private async Task StartAsync(CancellationToken ct)
    {
        foreach (var node in Nodes)
        {
            node.Changed = NodeChanged;
            await node.StartAsync(gateway.HandleAsync, ct);
        }

        await admin.StartAsync(ct);
        AdminAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Servers.Port(admin)}/"));
        if (Options.CertificateFile is { Length: > 0 } file)
        {
            await File.WriteAllTextAsync(file, CertificatePem, ct);
        }

        ContactCentre.Open();
    }

    /// <summary>A dead node's sign-ins are recovered by the other one, which takes its time.</summary>
    private void NodeChanged(GatewayNode node)
    {
        lock (ContactCentre.Floor.Gate)
        {
            if (!node.IsUp && Options.SwitchOverTime > TimeSpan.Zero)
            {
                var orphans = ContactCentre.Floor.Agents.Values.Where(agent => agent.Session?.NodeName == node.Name).Select(agent => agent.WorkNo).ToHashSet();
                SwitchOver.Begin(SwitchOver.Recovering, Options.SwitchOverTime, orphans.Contains);
            }

            // Events that waited for a node are pushed now.
            foreach (var agent in ContactCentre.Floor.Agents.Values)
            {
                agent.Session?.Push?.Kick();
            }
        }
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SupervisorBot.GatewaySimulator;

/// <summary>One node of the gateway: an address of its own over the contact centre that all nodes share. It can die and come back.</summary>
public sealed class GatewayNode : IAsyncDisposable
{
    private readonly SimulatorOptions options;
    private readonly RunCertificate certificate;
    private readonly IPAddress listenAddress;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly ConcurrentDictionary<ConnectionContext, bool> connections = [];
    private Func<HttpContext, GatewayNode, Task> handle = (_, _) => Task.CompletedTask;
    private WebApplication? server;
    private Socket? placeholder;
    private int port;

    internal GatewayNode(int number, int port, SimulatorOptions options, RunCertificate certificate)
    {
        Number = number;
        Name = options.NodeNames.ElementAtOrDefault(number) ?? UsualName(number);
        this.port = port;
        this.options = options;
        this.certificate = certificate;
        listenAddress = IPAddress.Parse(options.ListenAddress);
    }

    /// <summary>Its place among the nodes, from 0.</summary>
    public int Number { get; }

    /// <summary>Its name, the suffix of the Guids that it gives out.</summary>
    public string Name { get; }

    /// <summary>The base address of its interface; the same after it has come back.</summary>
    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>Whether it is there.</summary>
    public bool IsUp => Volatile.Read(ref server) is not null;

    /// <summary>How many connections are open.</summary>
    public int Connections => connections.Count;

    /// <summary>Told when it has died and when it has come back.</summary>
    internal Action<GatewayNode>? Changed { get; set; }

    /// <summary>The node dies: open connections are cut, requests with them, and new ones are refused.</summary>
    /// <returns>A task that ends when nothing of it is left.</returns>
    public async Task DieAsync()
    {
        await turn.WaitAsync();
        try
        {
            if (server is { } dying)
            {
                Volatile.Write(ref server, null);
                CutConnections();
                await dying.DisposeAsync();
                HoldPort();
                Changed?.Invoke(this);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The node comes back under its address.</summary>
    /// <param name="ct">Gives up.</param>
    /// <returns>A task that ends when it accepts connections.</returns>
    /// <exception cref="IOException">Somebody has taken its port meanwhile.</exception>
    public async Task ReviveAsync(CancellationToken ct = default)
    {
        await turn.WaitAsync(ct);
        try
        {
            if (server is null)
            {
                placeholder?.Dispose();
                placeholder = null;
                await ListenAsync(ct);
                Changed?.Invoke(this);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Cuts every open connection, as a switch that is pulled for a moment does.</summary>
    public void CutConnections()
    {
        foreach (var connection in connections.Keys)
        {
            connection.Abort(new ConnectionAbortedException("The node was made to cut its connections."));
        }
    }

    /// <summary>Stops it for good.</summary>
    /// <returns>A task that ends when it has stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        if (server is { } running)
        {
            Volatile.Write(ref server, null);
            await running.DisposeAsync();
        }

        placeholder?.Dispose();
        turn.Dispose();
    }

    internal static string UsualName(int number) => string.Create(CultureInfo.InvariantCulture, $"AgentGateway{number}");

    internal async Task StartAsync(Func<HttpContext, GatewayNode, Task> requests, CancellationToken ct)
    {
        handle = requests;
        await ListenAsync(ct);
        var reached = listenAddress.Equals(IPAddress.Any) ? IPAddress.Loopback : listenAddress.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : listenAddress;
        BaseAddress = new UriBuilder(Uri.UriSchemeHttps, reached.ToString(), port, options.PathPrefix.Trim('/') + "/").Uri;
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        var starting = Servers.Build(kestrel =>
        {
            kestrel.Limits.MaxConcurrentConnections = null;
            kestrel.Listen(listenAddress, port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.Use(next => connection => CountAsync(connection, next));
                listen.UseHttps(https => https.ServerCertificateSelector = (_, _) => certificate.Served);
            });
        });
        starting.Run(context => handle(context, this));
        try
        {
            await starting.StartAsync(ct);
        }
        catch
        {
            await starting.DisposeAsync();
            throw;
        }

        port = Servers.Port(starting);
        Volatile.Write(ref server, starting);
    }

    private async Task CountAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        connections.TryAdd(connection, true);
        try
        {
            await next(connection);
        }
        finally
        {
            connections.TryRemove(connection, out _);
        }
    }

    /// <summary>Keeps the port from being given to somebody else: a socket that is bound but does not listen refuses connections.</summary>
    private void HoldPort()
    {
        var held = new Socket(listenAddress.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            held.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            held.Bind(new IPEndPoint(listenAddress, port));
            placeholder = held;
        }
        catch (SocketException)
        {
            // Then nobody holds it: nobody listens there either, which is what counts.
            held.Dispose();
        }
    }
}

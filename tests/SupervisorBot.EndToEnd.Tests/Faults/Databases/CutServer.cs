using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace SupervisorBot.EndToEnd.Tests.Faults.Databases;

/// <summary>PostgreSQL behind a relay that can be cut, so that a server which other tests use as well goes away for this bot alone.</summary>
internal sealed class CutServer : FaultDatabase
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _name = $"faults_{Guid.NewGuid():N}";
    private readonly NpgsqlConnectionStringBuilder _server = new(Server);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly List<TcpClient> _open = [];
    private Task _accepting = Task.CompletedTask;
    private bool _isCut;

    private CutServer()
    {
    }

    /// <summary>The server for tests, or null where none was started (tests/servers).</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("SUPERVISORBOT_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public override FaultSetting Setting => new()
    {
        Settings =
        [
            ("Database:Provider", "Postgres"), ("Database:BusyTimeout", "00:00:02"), ("ConnectionStrings:Supervisor", Behind(((IPEndPoint)_listener.LocalEndpoint).Port)),
            ("Audit:Key", "dGhlIGtleSBvZiB0aGUgdGVzdHMgb2YgdGhlIGF1ZGl0IQ=="),
        ],
    };

    public static async Task<CutServer> StartAsync()
    {
        var server = new CutServer();
        await OnServerAsync($"CREATE DATABASE {server._name}");
        server._listener.Start();
        server._accepting = server.AcceptAsync();
        return server;
    }

    public override Task BreakAsync()
    {
        List<TcpClient> open;
        lock (_gate)
        {
            _isCut = true;
            open = [.. _open];
            _open.Clear();
        }

        open.ForEach(static client => client.Close());
        return Task.CompletedTask;
    }

    public override Task MendAsync()
    {
        lock (_gate)
        {
            _isCut = false;
        }

        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await BreakAsync();
        await _accepting;
        await OnServerAsync($"DROP DATABASE {_name} WITH (FORCE)");
        _stop.Dispose();
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private string Behind(int port) => new NpgsqlConnectionStringBuilder(_server.ConnectionString)
    {
        Host = IPAddress.Loopback.ToString(),
        Port = port,
        Database = _name,
    }.ConnectionString;

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = RelayAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The row is over.
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            lock (_gate)
            {
                if (_isCut)
                {
                    return;
                }

                _open.AddRange([client, server]);
            }

            try
            {
                await server.ConnectAsync(_server.Host!, _server.Port, _stop.Token);
                await Task.WhenAny(
                    client.GetStream().CopyToAsync(server.GetStream(), _stop.Token), server.GetStream().CopyToAsync(client.GetStream(), _stop.Token));
            }
            catch (Exception cut) when (cut is IOException or SocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
            {
                // Cut, or the row is over.
            }
        }
    }
}

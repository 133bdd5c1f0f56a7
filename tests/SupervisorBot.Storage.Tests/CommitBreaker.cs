using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace SupervisorBot.Storage.Tests;

/// <summary>Stands between the bot and the server, and breaks one commit.</summary>
internal sealed class CommitBreaker : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly Task _accepting;
    private int _next = -1;

    public CommitBreaker(string server)
    {
        _server = new NpgsqlConnectionStringBuilder(server);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public enum Moment
    {
        /// <summary>The connection breaks, and the commit never arrives.</summary>
        BeforeTheServer,

        /// <summary>The server commits, and the connection breaks before its answer.</summary>
        BeforeTheAnswer,

        /// <summary>The server commits, and its answer never comes.</summary>
        Silence,
    }

    /// <summary>The same database, by way of this.</summary>
    public string Through(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        Host = IPAddress.Loopback.ToString(),
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
        Pooling = true,
    }.ConnectionString;

    /// <summary>Breaks the next commit.</summary>
    public void BreakNext(Moment moment) => Volatile.Write(ref _next, (int)moment);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> open = [];
        try
        {
            while (true)
            {
                open.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(_server.Host!, _server.Port, over.Token);
                var connection = new Connection(client.GetStream(), server.GetStream());
                await Task.WhenAny(AskAsync(connection, over.Token), AnswerAsync(connection, over.Token));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException)
            {
                // The one side or the other is gone, and so is the connection.
            }

            await over.CancelAsync();
        }
    }

    private async Task AskAsync(Connection connection, CancellationToken cancellationToken)
    {
        var buffer = new byte[65536];
        while (await connection.Client.ReadAsync(buffer, cancellationToken) is var length and > 0)
        {
            if (buffer.AsSpan(0, length).IndexOf("COMMIT\0"u8) >= 0 && Interlocked.Exchange(ref _next, -1) is var next and >= 0)
            {
                if (next == (int)Moment.BeforeTheServer)
                {
                    return;
                }

                connection.Broken = (Moment)next;
            }

            await connection.Server.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
        }
    }

    private static async Task AnswerAsync(Connection connection, CancellationToken cancellationToken)
    {
        var buffer = new byte[65536];
        while (await connection.Server.ReadAsync(buffer, cancellationToken) is var length and > 0)
        {
            switch (connection.Broken)
            {
                case null:
                    await connection.Client.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
                    break;
                case Moment.BeforeTheAnswer:
                    return;
            }
        }
    }

    private sealed class Connection(Stream client, Stream server)
    {
        public Stream Client => client;

        public Stream Server => server;

        public Moment? Broken { get; set; }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace SupervisorBot.Gateway.Tests.Wire;

/// <summary>
/// A bare TLS server without an HTTP stack of its own: it answers the read of the own call ids and keeps the connection, and closes the
/// connection on anything else once it has read it whole, without a word.
/// </summary>
internal sealed class ClosingServer : IAsyncDisposable
{
    private const string AnsweredTarget = "/calldata/200/allcallid ";
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> unanswered = new();
    private readonly Task accepting;
    private int connections;

    public ClosingServer()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri BaseAddress => new($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/agentgateway/resource/");

    public int Connections => Volatile.Read(ref connections);

    /// <summary>Method and target, without the base path, of each request that was read and not answered.</summary>
    public IReadOnlyList<string> Unanswered => [.. unanswered];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                Interlocked.Increment(ref connections);
                _ = ServeAsync(client);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException && stop.IsCancellationRequested)
        {
            // Stopped, perhaps between two connections, where the listener calls it an invalid operation.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        await using var tls = new SslStream(client.GetStream());
        try
        {
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = TestAuthority.ServerCertificate }, stop.Token);
            while (await ReadRequestAsync(tls) is { } line && line.Contains(AnsweredTarget, StringComparison.Ordinal))
            {
                const string Body = """{"message":"","retcode":"0","result":[]}""";
                await tls.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"), stop.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The client went away.
        }
    }

    private async Task<string?> ReadRequestAsync(SslStream tls)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await tls.ReadAsync(one, stop.Token) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n");
        var length = lines.SingleOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))?.Split(':')[1];
        await tls.ReadExactlyAsync(new byte[int.Parse(length ?? "0")], stop.Token);
        if (!lines[0].Contains(AnsweredTarget, StringComparison.Ordinal))
        {
            var parts = lines[0].Split(' ');
            unanswered.Enqueue($"{parts[0]} {parts[1]["/agentgateway/resource/".Length..]}");
        }

        return lines[0];
    }
}

using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;

namespace SupervisorBot.GatewaySimulator;

/// <summary>
/// POSTs events to callbacks (cec_07_1275): the envelope of a poll's answer, as JSON. Any 2xx is a success; everything else is tried again a little,
/// and then the event is lost. How the gateway carries the service token is not documented: here it is a header, by option.
/// </summary>
internal sealed class PushSender : IDisposable
{
    private readonly Floor floor;
    private readonly PushLog log;
    private readonly HttpClient client;

    public PushSender(Floor floor, PushLog log)
    {
        this.floor = floor;
        this.log = log;
        // Each attempt has a limit of its own.
        client = new HttpClient(Handler(floor.Options.PushTrustedCertificates)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public void Dispose() => client.Dispose();

    /// <summary>Sends one event until it is taken or given up.</summary>
    public async Task SendAsync(PushTarget target, EventRecord taken)
    {
        var options = floor.Options;
        int? status = null;
        var attempts = 0;
        while (attempts < options.PushAttempts && status is not (>= 200 and < 300))
        {
            if (attempts++ > 0)
            {
                await Task.Delay(options.PushRetryDelay, floor.Time, floor.Closing);
            }

            status = await TryAsync(target, taken);
        }

        log.Add(new PushRecord(taken.Sequence, taken.WorkNo, taken.EventType, floor.Now, attempts, status, status is >= 200 and < 300));
    }

    private async Task<int?> TryAsync(PushTarget target, EventRecord taken)
    {
        using var tooLate = new CancellationTokenSource(floor.Options.PushTimeout, floor.Time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(tooLate.Token, floor.Closing);
        using var request = new HttpRequestMessage(HttpMethod.Post, target.CallbackUri) { Content = new ByteArrayContent(Answer.Polled(taken).ToJson()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "UTF-8");
        if (floor.Options.PushTokenHeader is { Length: > 0 } header)
        {
            request.Headers.TryAddWithoutValidation(header, target.ServiceToken);
        }

        try
        {
            using var response = await client.SendAsync(request, limit.Token);
            return (int)response.StatusCode;
        }
        catch (Exception unanswered) when (unanswered is HttpRequestException or IOException or OperationCanceledException)
        {
            floor.Closing.ThrowIfCancellationRequested();
            return null;
        }
    }

    private static SocketsHttpHandler Handler(string? trusted)
    {
        var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        if (!string.IsNullOrEmpty(trusted))
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.ImportFromPemFile(trusted);
            handler.SslOptions.CertificateChainPolicy = policy;
        }

        return handler;
    }
}

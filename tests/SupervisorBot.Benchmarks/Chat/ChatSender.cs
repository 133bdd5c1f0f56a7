using System.Net;
using System.Net.Http.Headers;

namespace SupervisorBot.Benchmarks.Chat;

/// <summary>Sends activities to a server as the channel does. A refusal ends the run: a figure with refusals in it would mean nothing.</summary>
internal sealed class ChatSender(Uri endpoint) : IDisposable
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json", "utf-8");

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { Timeout = TimeSpan.FromMinutes(3) };

    public async Task SendAsync(byte[] activity, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(activity);
        content.Headers.ContentType = s_json;
        using var answer = await _http.PostAsync(endpoint, content, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"{endpoint} answered {(int)answer.StatusCode}.");
        }
    }

    public void Dispose() => _http.Dispose();
}

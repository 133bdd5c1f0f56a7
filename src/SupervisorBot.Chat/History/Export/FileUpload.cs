using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Supervision.History;

namespace SupervisorBot.Chat.History.Export;

/// <summary>Puts a file where Teams wants it, in one piece and once: the place is a session that takes a file's bytes by their range.</summary>
internal sealed class FileUpload(IHttpClientFactory clients, IOptions<HistoryOptions> options, TimeProvider time, ILogger<FileUpload> logger)
{
    /// <summary>The name of the HTTP client: it follows no redirection, which could lead to another host, and has no cookies.</summary>
    public const string ClientName = "SupervisorBot.FileUpload";

    /// <summary>Puts it there.</summary>
    /// <returns>False where that failed, or took longer than <see cref="HistoryOptions.UploadTimeout"/>.</returns>
    public async Task<bool> PutAsync(Uri address, ReadOnlyMemory<byte> bytes)
    {
        using var limit = new CancellationTokenSource(options.Value.UploadTimeout, time);
        using var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Headers.ContentRange = new ContentRangeHeaderValue(0, bytes.Length - 1, bytes.Length);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = content };
            using var answer = await clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (!answer.IsSuccessStatusCode)
            {
                Log.UploadFailed(logger, $"HTTP {(int)answer.StatusCode}");
            }

            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            Log.UploadFailed(logger, exception.GetType().Name);
            return false;
        }
    }
}

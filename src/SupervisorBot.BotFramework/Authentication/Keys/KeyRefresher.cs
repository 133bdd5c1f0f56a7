using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Authentication.Clouds;
using SupervisorBot.BotFramework.Authentication.Inbound;
using SupervisorBot.BotFramework.Hosting;

namespace SupervisorBot.BotFramework.Authentication.Keys;

/// <summary>Reads the signing keys at the start, so that the first activity need not wait for them, and then on a schedule.</summary>
internal sealed class KeyRefresher(
    TokenKinds kinds, IOptions<BotFrameworkOptions> registration, IOptions<ChannelTokenOptions> options, TimeProvider time) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => registration.Value.IsAnonymous
        ? Task.CompletedTask
        : Task.WhenAll(kinds.All.Select(kind => RefreshAsync(kind.Keys, stoppingToken)));

    private async Task RefreshAsync(SigningKeys keys, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                bool isRead = await keys.RefreshAsync().WaitAsync(ct);
                await Task.Delay(isRead ? options.Value.KeyRefreshInterval : options.Value.KeyRetryInterval, time, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The bot stops.
        }
    }
}

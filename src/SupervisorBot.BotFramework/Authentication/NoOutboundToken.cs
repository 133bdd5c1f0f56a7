namespace SupervisorBot.BotFramework.Authentication;

/// <summary>Sends no token: enough for a connector on this machine.</summary>
internal sealed class NoOutboundToken : IOutboundTokenProvider
{
    public ValueTask<string?> GetTokenAsync(Uri serviceUrl, CancellationToken ct) => ValueTask.FromResult<string?>(null);
}

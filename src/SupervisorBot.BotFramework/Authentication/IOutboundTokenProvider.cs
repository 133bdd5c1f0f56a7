namespace SupervisorBot.BotFramework.Authentication;

/// <summary>Gives the bearer token for calls to the connector. Register one after <c>AddBotFramework</c> to replace the default.</summary>
public interface IOutboundTokenProvider
{
    /// <summary>The token for calls to a service URL. Throws where there should be one and none could be got.</summary>
    /// <param name="serviceUrl">The connector's base address, allowed by the service URL policy already.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The token without the word Bearer, or null to send no Authorization header.</returns>
    ValueTask<string?> GetTokenAsync(Uri serviceUrl, CancellationToken ct);

    /// <summary>A token in the place of one that the connector refused (401).</summary>
    /// <param name="serviceUrl">The connector's base address.</param>
    /// <param name="refused">The refused token.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Another token, with which the call is made once more; null where there is none. The default has none.</returns>
    ValueTask<string?> ReplaceTokenAsync(Uri serviceUrl, string refused, CancellationToken ct) => ValueTask.FromResult<string?>(null);
}

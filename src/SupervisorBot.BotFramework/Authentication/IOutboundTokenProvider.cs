namespace SupervisorBot.BotFramework.Authentication;

/// <summary>Gives the bearer token for calls to the connector. Register one after <c>AddBotFramework</c> to replace the default, which sends none.</summary>
public interface IOutboundTokenProvider
{
    /// <summary>The token for calls to a service URL.</summary>
    /// <param name="serviceUrl">The connector's base address, allowed by the service URL policy already.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The token without the word Bearer, or null to send no Authorization header.</returns>
    ValueTask<string?> GetTokenAsync(Uri serviceUrl, CancellationToken ct);
}

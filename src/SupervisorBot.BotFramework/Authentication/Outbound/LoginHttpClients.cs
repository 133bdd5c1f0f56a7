using Microsoft.Identity.Client;

namespace SupervisorBot.BotFramework.Authentication.Outbound;

/// <summary>Has MSAL speak over the bot's own HTTP client.</summary>
internal sealed class LoginHttpClients(IHttpClientFactory clients) : IMsalHttpClientFactory
{
    private readonly Lazy<HttpClient> _client = new(() => clients.CreateClient(IdentityHttp.ClientName));

    public HttpClient GetHttpClient() => _client.Value;
}

using System.Collections.Concurrent;
using Refit;

namespace SupervisorBot.BotFramework.Channel;

/// <summary>One Refit client for each service URL.</summary>
internal sealed class ConnectorClients(IHttpClientFactory factory)
{
    /// <summary>The name of the HTTP client.</summary>
    public const string HttpClientName = "SupervisorBot.Connector";

    // Teams has a handful of service URLs. Beyond this many, clients are made for the call and not kept.
    private const int Kept = 64;

    private readonly ConcurrentDictionary<string, IConnectorApi> _clients = new(StringComparer.Ordinal);

    public IConnectorApi For(Uri serviceUrl)
    {
        string key = serviceUrl.AbsoluteUri;
        if (_clients.TryGetValue(key, out IConnectorApi? known))
        {
            return known;
        }

        HttpClient http = factory.CreateClient(HttpClientName);
        http.BaseAddress = serviceUrl;
        IConnectorApi client = RestService.For<IConnectorApi>(http);
        return _clients.Count < Kept ? _clients.GetOrAdd(key, client) : client;
    }
}

namespace SupervisorBot.BotBuilder.Channel;

/// <summary>Gives the SDK, which asks for clients without a name, the one for calls to the connector.</summary>
internal sealed class SdkHttpClients(IHttpClientFactory factory) : IHttpClientFactory
{
    /// <summary>The client's name.</summary>
    public const string ClientName = "SupervisorBot.BotBuilder.Connector";

    public HttpClient CreateClient(string name) => factory.CreateClient(ClientName);
}

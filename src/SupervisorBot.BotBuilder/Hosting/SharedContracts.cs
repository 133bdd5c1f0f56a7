using System.Security.Claims;
using Microsoft.Bot.Builder.Skills;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Rest.Serialization;
using SdkActivity = Microsoft.Bot.Schema.Activity;

namespace SupervisorBot.BotBuilder.Hosting;

/// <summary>
/// Lets the connector clients share what they have learnt of the types that they write and read. The SDK makes a client for every turn, and a new one learns
/// each type anew, by reflection: that costs more than the turn itself.
/// </summary>
internal sealed class SharedContracts(BotFrameworkAuthentication inner) : BotFrameworkAuthentication
{
    private static readonly ReadOnlyJsonContractResolver s_contracts = new();

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(SdkActivity activity, string authHeader, CancellationToken cancellationToken) =>
        Sharing(await inner.AuthenticateRequestAsync(activity, authHeader, cancellationToken));

    public override async Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        Sharing(await inner.AuthenticateStreamingRequestAsync(authHeader, channelIdHeader, cancellationToken));

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => new Factory(inner.CreateConnectorFactory(claimsIdentity));

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        inner.CreateUserTokenClientAsync(claimsIdentity, cancellationToken);

    public override BotFrameworkClient CreateBotFrameworkClient() => inner.CreateBotFrameworkClient();

    public override string GetOriginatingAudience() => inner.GetOriginatingAudience();

    public override Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken) =>
        inner.AuthenticateChannelRequestAsync(authHeader, cancellationToken);

    private static AuthenticateRequestResult Sharing(AuthenticateRequestResult result)
    {
        if (result.ConnectorFactory is { } factory)
        {
            result.ConnectorFactory = new Factory(factory);
        }

        return result;
    }

    private sealed class Factory(ConnectorFactory inner) : ConnectorFactory
    {
        public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
        {
            var client = await inner.CreateAsync(serviceUrl, audience, cancellationToken);
            client.SerializationSettings.ContractResolver = s_contracts;
            client.DeserializationSettings.ContractResolver = s_contracts;
            return client;
        }
    }
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Authentication.Clouds;
using SupervisorBot.BotFramework.Authentication.Keys;
using SupervisorBot.BotFramework.Hosting;

namespace SupervisorBot.BotFramework.Authentication.Inbound;

/// <summary>The kinds of tokens that are believed: the channel's, and the Emulator's where it is allowed.</summary>
internal sealed class TokenKinds
{
    public TokenKinds(
        IOptions<BotFrameworkOptions> registration, IOptions<ChannelTokenOptions> options, IKeyDocuments documents, TimeProvider time, ILogger<SigningKeys> logger)
    {
        CloudEndpoints cloud = CloudEndpoints.From(options.Value);
        SigningKeys KeysOf(Uri metadata) => new(metadata, documents, options.Value, time, logger);
        ChannelTokens channel = new(cloud.Issuer, KeysOf(cloud.OpenIdMetadata));
        All = options.Value.AcceptEmulatorTokens && registration.Value is { MicrosoftAppTenantId: { } tenant, MicrosoftAppId: { } appId }
            ? [channel, new EmulatorTokens(cloud, tenant.Trim(), appId.Trim(), KeysOf)]
            : [channel];
    }

    /// <summary>The kinds.</summary>
    public IReadOnlyList<ITokenKind> All { get; }
}

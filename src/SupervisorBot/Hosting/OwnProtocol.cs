using SupervisorBot.BotFramework.Hosting;

namespace SupervisorBot.Hosting;

/// <summary>The default edge: the bot speaks the protocol itself.</summary>
internal sealed class OwnProtocol : IProtocolEdge
{
    public void AddServices(WebApplicationBuilder builder) => builder.Services.AddBotFramework(builder.Configuration);

    public void MapEndpoints(WebApplication app) => app.MapBotFramework();
}

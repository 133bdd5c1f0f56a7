namespace SupervisorBot.Hosting;

/// <summary>
/// The way between the chat and the bot: whatever speaks the Bot Framework protocol. Everything behind it is the same in every host. An edge brings an
/// <see cref="BotFramework.Endpoint.IActivityRequests"/>, an <see cref="BotFramework.Turns.ITurnIntake"/> and an <see cref="BotFramework.Channel.IChannel"/>
/// (<see cref="BotFramework.Hosting.BotFrameworkHosting.AddTurns"/>), and a messages endpoint.
/// </summary>
public interface IProtocolEdge
{
    /// <summary>Adds the edge's services.</summary>
    /// <param name="builder">The bot's builder, with its configuration.</param>
    void AddServices(WebApplicationBuilder builder);

    /// <summary>Maps the messages endpoint.</summary>
    /// <param name="app">The bot.</param>
    void MapEndpoints(WebApplication app);
}

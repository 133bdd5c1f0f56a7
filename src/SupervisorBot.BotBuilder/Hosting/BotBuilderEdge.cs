using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupervisorBot.BotBuilder.Cards;
using SupervisorBot.BotBuilder.Turns;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Hosting;

namespace SupervisorBot.BotBuilder.Hosting;

/// <summary>The edge on the Bot Framework SDK: its adapter receives and sends.</summary>
public sealed class BotBuilderEdge : IProtocolEdge
{
    /// <summary>
    /// Adds services of the host's own before those of the edge, which give way to them: a <see cref="CloudAdapter"/> with middleware or an error handler, for
    /// instance. Null (default): none.
    /// </summary>
    public Action<IServiceCollection>? Configure { get; init; }

    /// <inheritdoc/>
    public void AddServices(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        Configure?.Invoke(builder.Services);
        builder.Services.AddBotBuilder(builder.Configuration);
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.TryAddSingleton<ICardCheck, ObjectModelCheck>();
        }
    }

    /// <inheritdoc/>
    public void MapEndpoints(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapPost(
            BotFrameworkHosting.MessagesPath,
            static (HttpContext context) => context.RequestServices.GetRequiredService<MessagesEndpoint>().HandleAsync(context));
    }
}

using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Authentication;
using SupervisorBot.BotFramework.Endpoint;
using SupervisorBot.BotFramework.Hosting;

namespace SupervisorBot.BotBuilder.Turns;

/// <summary><c>POST /api/messages</c>: what the bot's own door lets in goes to the SDK's adapter, which proves the sender, runs its middleware and calls the bot.</summary>
internal sealed class MessagesEndpoint(IActivityRequests requests, IBotFrameworkHttpAdapter adapter, IOptions<BotFrameworkEdgeOptions> options)
{
    public async Task HandleAsync(HttpContext context)
    {
        // It is read twice: by the door, which knows the limits, and by the SDK. It fits into memory, or the door refuses it.
        context.Request.EnableBuffering(options.Value.MaxBodyBytes + 1);
        if (await requests.LetInAsync(context) is not { } activity)
        {
            return;
        }

        context.Request.Body.Position = 0;
        Delivery delivery = new();
        context.Features.Set(delivery);

        // The client going away does not cancel the turn: a press that arrived counts.
        await adapter.ProcessAsync(context.Request, context.Response, context.RequestServices.GetRequiredService<IBot>(), CancellationToken.None);
        await (delivery switch
        {
            { Refusal: { } refusal } => requests.RefuseAsync(context, activity, refusal),
            { Answer: { IsRefused: true } answer } => context.WriteAsync(answer),
            { Answer: null } when context.Response.StatusCode == StatusCodes.Status401Unauthorized =>
                requests.RefuseAsync(context, activity, InboundVerdict.Unauthorized("RefusedBySdk")),
            _ => Task.CompletedTask,
        });
    }
}

using Microsoft.AspNetCore.Http;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Turns;

namespace SupervisorBot.BotFramework.Endpoint;

/// <summary><c>POST /api/messages</c>: one activity in, its answer out.</summary>
internal sealed class MessagesEndpoint(IActivityRequests requests, ITurnIntake intake)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (await requests.LetInAsync(context) is { } activity)
        {
            await context.WriteAsync(await intake.TakeAsync(context, activity));
        }
    }
}

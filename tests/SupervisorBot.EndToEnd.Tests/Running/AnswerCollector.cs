using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace SupervisorBot.EndToEnd.Tests.Running;

/// <summary>Keeps the body of every HTTP answer of the bot.</summary>
internal sealed class AnswerCollector : IStartupFilter
{
    private readonly ConcurrentQueue<string> _bodies = new();

    public IReadOnlyList<string> Bodies => [.. _bodies];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, following) =>
        {
            var wire = context.Response.Body;
            using var copy = new MemoryStream();
            context.Response.Body = copy;
            try
            {
                await following(context);
            }
            finally
            {
                context.Response.Body = wire;
                _bodies.Enqueue(Encoding.UTF8.GetString(copy.ToArray()));
            }

            copy.Position = 0;
            await copy.CopyToAsync(wire, context.RequestAborted);
        });
        next(app);
    };
}

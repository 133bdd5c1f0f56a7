using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SupervisorBot.GatewaySimulator.Tests;

/// <summary>A client's callback: keeps what is pushed to it and answers what it is told to.</summary>
internal sealed class Callback : IAsyncDisposable
{
    private readonly WebApplication server;
    private int underWay;

    private Callback()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        server = builder.Build();
        server.Run(TakeAsync);
    }

    public Uri Address { get; private set; } = null!;

    public ConcurrentQueue<(JsonNode Body, string? Token, string? ContentType)> Pushed { get; } = new();

    /// <summary>The statuses to answer next; 200 once they are used up.</summary>
    public ConcurrentQueue<int> Statuses { get; } = new();

    public int MostAtOnce { get; private set; }

    public IEnumerable<string?> EventTypes => Pushed.Select(push => (string?)push.Body["event"]!["eventType"]);

    public static async Task<Callback> StartAsync()
    {
        var callback = new Callback();
        await callback.server.StartAsync(TestContext.Current.CancellationToken);
        var addresses = callback.server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        callback.Address = new Uri(addresses.First() + "/events/a-long-secret");
        return callback;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref underWay));
        var body = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        Pushed.Enqueue((body, context.Request.Headers.TryGetValue("service_token", out var token) ? token.ToString() : null, context.Request.ContentType));
        Interlocked.Decrement(ref underWay);
        context.Response.StatusCode = Statuses.TryDequeue(out var status) ? status : StatusCodes.Status200OK;
        await context.Response.WriteAsync("""{"retcode":0}""", context.RequestAborted);
    }
}

using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.Resilience.Tests.Running;

namespace SupervisorBot.Resilience.Tests.Nodes;

/// <summary>
/// A load balancer of the plainest kind: each request goes to the next node, and on to the one after it when a node refuses the connection or answers 503.
/// A request that a node took and did not answer is not repeated: the client gets 502.
/// </summary>
internal sealed class RoundRobin : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(2) });
    private readonly WebApplication _app;
    private volatile Uri[] _nodes = [];
    private int _next;

    private RoundRobin()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(ForwardAsync);
    }

    /// <summary>Where the chat's messages go.</summary>
    public Uri Address { get; private set; } = null!;

    public static async Task<RoundRobin> StartAsync()
    {
        RoundRobin balancer = new();
        await balancer._app.StartAsync(Site.Stop);
        balancer.Address = new Uri(balancer._app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        return balancer;
    }

    /// <summary>From now on these nodes get the requests.</summary>
    public void Use(IEnumerable<RunningBot> nodes) => _nodes = [.. nodes.Select(node => node.Address)];

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var nodes = _nodes;
        var first = (uint)Interlocked.Increment(ref _next);
        for (var i = 0; i < nodes.Length; i++)
        {
            if (await TryAsync(context, nodes[(first + i) % nodes.Length], body.ToArray()))
            {
                return;
            }
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }

    private async Task<bool> TryAsync(HttpContext context, Uri node, byte[] body)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(node, context.Request.Path.Value)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        try
        {
            using var answer = await _http.SendAsync(request, context.RequestAborted);
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                return false;
            }

            context.Response.StatusCode = (int)answer.StatusCode;
            context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return false;
        }
        catch (HttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
        }

        return true;
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace SupervisorBot.Gateway.Tests.Wire;

/// <summary>An HTTPS server on loopback that records every request and answers as a test says.</summary>
internal sealed class ScriptedGateway : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<WireRequest> requests = new();
    private readonly Func<WireRequest, Answer> script;

    private ScriptedGateway(WebApplication app, Func<WireRequest, Answer> script)
    {
        this.app = app;
        this.script = script;
    }

    public IReadOnlyList<WireRequest> Requests => [.. requests];

    public Uri BaseAddress => new(app.Urls.Single() + "/agentgateway/resource/");

    public static async Task<ScriptedGateway> StartAsync(Func<WireRequest, Answer> script, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1AndHttp2;
            listen.UseHttps(certificate ?? TestAuthority.ServerCertificate);
        }));
        var app = builder.Build();
        var gateway = new ScriptedGateway(app, script);
        app.Run(gateway.AnswerAsync);
        await app.StartAsync();
        return gateway;
    }

    public IEnumerable<string> Lines() => Requests.Select(request => request.Line);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = new WireRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync(context.RequestAborted),
            context.Request.Protocol);
        requests.Enqueue(request);
        var answer = script(request);
        await answer.Gate.WaitAsync(TimeSpan.FromSeconds(30), context.RequestAborted);
        if (answer.Drop)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        foreach (var header in answer.Headers)
        {
            context.Response.Headers.Append(header.Name, header.Value);
        }

        if (answer.Cut)
        {
            context.Response.ContentLength = answer.Body.Length;
            await context.Response.Body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(TimeSpan.FromMilliseconds(100), context.RequestAborted);
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }
}

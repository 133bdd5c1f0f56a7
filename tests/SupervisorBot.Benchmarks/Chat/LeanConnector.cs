using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace SupervisorBot.Benchmarks.Chat;

/// <summary>A Bot Connector that does the least: reads the activity, notes when it came, answers 201 (a post) or 200 (an edit) with an id.</summary>
internal sealed class LeanConnector : IAsyncDisposable
{
    private const string Prefix = "/v3/conversations/";

    private readonly ConcurrentDictionary<string, Inbox> _inboxes = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private long _lastId;

    private LeanConnector()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    /// <summary>The address that activities name as their <c>serviceUrl</c>.</summary>
    public string ServiceUrl { get; private set; } = "";

    public static async Task<LeanConnector> StartAsync(CancellationToken cancellationToken)
    {
        var connector = new LeanConnector();
        await connector._app.StartAsync(cancellationToken);
        connector.ServiceUrl = connector._app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        return connector;
    }

    public Inbox Open(string conversationId) => _inboxes.GetOrAdd(conversationId, static _ => new Inbox());

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var (conversation, message) = Read(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        if (conversation is null || !_inboxes.TryGetValue(conversation, out var inbox))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var body = await ReadAsync(context.Request, inbox.Keeps);
        var arrived = Stopwatch.GetTimestamp();
        var isEdit = HttpMethods.IsPut(context.Request.Method);
        var id = isEdit && message is not null ? message : $"m{Interlocked.Increment(ref _lastId)}";
        inbox.Add(new Post(isEdit, id, arrived, body));

        var answer = System.Text.Encoding.UTF8.GetBytes($$"""{"id":"{{id}}"}""");
        context.Response.StatusCode = isEdit ? StatusCodes.Status200OK : StatusCodes.Status201Created;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    private static (string? Conversation, string? Message) Read(string target)
    {
        if (!target.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return default;
        }

        var parts = target[Prefix.Length..].Split('/');
        return (Uri.UnescapeDataString(parts[0]), parts.Length > 2 ? Uri.UnescapeDataString(parts[2]) : null);
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request, bool keeps)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.IsCompleted)
            {
                var body = keeps ? System.Buffers.BuffersExtensions.ToArray(read.Buffer) : [];
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(keeps ? read.Buffer.Start : read.Buffer.End, read.Buffer.End);
        }
    }
}

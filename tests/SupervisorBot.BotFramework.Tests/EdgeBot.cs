using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;

namespace SupervisorBot.BotFramework.Tests;

/// <summary>A bot of one handler behind the real endpoint, on a free port of loopback, with a connector of its own.</summary>
internal sealed class EdgeBot : IAsyncDisposable
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    public static readonly ChatUser Alex = new("29:1alex", "Alex Wilber", "aaaaaaaa-0000-4000-8000-000000000020");

    private readonly WebApplication _app;

    private EdgeBot(WebApplication app, RecordingConnector connector)
    {
        _app = app;
        Connector = connector;
        Endpoint = new Uri(app.Urls.First() + "/api/messages");
    }

    public RecordingConnector Connector { get; }

    public Uri Endpoint { get; }

    public HttpClient Http { get; } = new();

    public IServiceProvider Services => _app.Services;

    public static async Task<EdgeBot> StartAsync(
        Func<Turn, CancellationToken, Task<InvokeResponse?>> handler, Dictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null)
    {
        WebApplication app = Build(handler, settings, configure);
        await app.StartAsync();
        return new EdgeBot(app, await RecordingConnector.StartAsync());
    }

    public static WebApplication Build(
        Func<Turn, CancellationToken, Task<InvokeResponse?>> handler,
        Dictionary<string, string?>? settings = null,
        Action<IServiceCollection>? configure = null,
        string environment = "Development",
        string urls = "http://127.0.0.1:0")
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Configuration["urls"] = urls;
        builder.Services.AddBotFramework(builder.Configuration);
        builder.Services.AddSingleton<ITurnHandler>(new Handler(handler));
        configure?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        app.MapBotFramework();
        return app;
    }

    public ChatClient Personal(ChatUser? user = null) =>
        new(Endpoint, Connector, user ?? Alex, ChatConversation.Personal(Connector.PersonalChatOf((user ?? Alex).Id)));

    public ChatClient In(ChatConversation conversation) => new(Endpoint, Connector, Alex, conversation);

    public Task<HttpResponseMessage> PostAsync(string body, string? contentType = "application/json") => PostAsync(Encoding.UTF8.GetBytes(body), contentType);

    public async Task<HttpResponseMessage> PostAsync(byte[] body, string? contentType = "application/json")
    {
        using ByteArrayContent content = new(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return await Http.PostAsync(Endpoint, content);
    }

    /// <summary>A recorded activity that is answered through this bot's connector.</summary>
    public JsonObject Replay(string name)
    {
        JsonObject activity = Recorded.Node(name);
        activity["serviceUrl"] = Connector.ServiceUrl.ToString();
        return activity;
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await Connector.DisposeAsync();
    }

    private sealed class Handler(Func<Turn, CancellationToken, Task<InvokeResponse?>> handler) : ITurnHandler
    {
        public Task<InvokeResponse?> HandleAsync(Turn turn, CancellationToken ct) => handler(turn, ct);
    }
}

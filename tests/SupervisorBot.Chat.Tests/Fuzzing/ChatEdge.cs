using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.Chat.Tests.Bench;

namespace SupervisorBot.Chat.Tests.Fuzzing;

/// <summary>The real endpoint on a free port of loopback, and the whole conversation behind it. What it sends is recorded by the bench.</summary>
internal sealed class ChatEdge : IAsyncDisposable
{
    /// <summary>More than the bot itself gives a press.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    private readonly WebApplication _app;
    private readonly HttpClient _http = new() { Timeout = s_limit };
    private readonly Uri _endpoint;

    private ChatEdge(WebApplication app, ConcurrentQueue<Exception> failures)
    {
        _app = app;
        Failures = failures;
        _endpoint = new Uri(app.Urls.First() + "/api/messages");
    }

    /// <summary>What the conversation threw.</summary>
    public ConcurrentQueue<Exception> Failures { get; }

    public static async Task<ChatEdge> StartAsync(ChatBench bench)
    {
        var failures = new ConcurrentQueue<Exception>();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        // Examples come faster than people speak.
        builder.Configuration["BotFramework:TurnQueueLength"] = "10000";
        builder.Services.AddBotFramework(builder.Configuration);
        builder.Services.AddSingleton<ITurnHandler>(new Conversation(bench, failures));
        var app = builder.Build();
        app.MapBotFramework();
        await app.StartAsync();
        return new ChatEdge(app, failures);
    }

    public async Task<(int Status, string Body)> PostAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        using var answer = await _http.PostAsync(_endpoint, content);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Ends when everything that was accepted is done.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class Conversation(ChatBench bench, ConcurrentQueue<Exception> failures) : ITurnHandler
    {
        public async Task<InvokeResponse?> HandleAsync(Turn turn, CancellationToken ct)
        {
            try
            {
                return await bench.Get<ITurnHandler>().HandleAsync(turn with { Replies = bench.Threads.SinkOf(turn.Conversation) }, ct);
            }
            catch (Exception failure)
            {
                failures.Enqueue(failure);
                throw;
            }
        }
    }
}

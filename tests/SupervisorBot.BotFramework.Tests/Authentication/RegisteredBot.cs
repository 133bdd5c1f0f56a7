using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using SupervisorBot.BotFramework.Authentication;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.ConnectorSimulator.Identity;

namespace SupervisorBot.BotFramework.Tests.Authentication;

/// <summary>A bot with a registration behind the real endpoint, which trusts an identity provider under a private authority.</summary>
internal sealed class RegisteredBot : IAsyncDisposable
{
    public const string AppId = "22222222-2222-4222-8222-222222222222";
    public const string Tenant = "11111111-1111-4111-8111-111111111111";
    public const string Secret = "s3cret-of-the-registration";

    private readonly ConcurrentDictionary<string, bool> _handled = new();
    private readonly FakeLogCollector _logs = new();

    private RegisteredBot(IdentityProvider provider) => Provider = provider;

    public IdentityProvider Provider { get; }

    public EdgeBot Bot { get; private set; } = null!;

    public IReadOnlyList<string> LogLines => [.. _logs.GetSnapshot().Select(static record => record.Message)];

    /// <summary>The lines of the bot itself.</summary>
    public IReadOnlyList<string> OwnLogLines =>
        [.. _logs.GetSnapshot().Where(static record => record.Category?.StartsWith("SupervisorBot", StringComparison.Ordinal) == true).Select(static record => record.Message)];

    public string ServiceUrl => Bot.Connector.ServiceUrl.ToString();

    public static async Task<RegisteredBot> StartAsync(
        Dictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null, Action<IdentityProvider>? prepare = null)
    {
        RegisteredBot bot = new(await IdentityProvider.StartAsync());
        prepare?.Invoke(bot.Provider);
        bot.Bot = await EdgeBot.StartAsync(bot.HandleAsync, Settings(bot.Provider, settings), services =>
        {
            services.AddHttpClient(IdentityHttp.ClientName).ConfigurePrimaryHttpMessageHandler(bot.Provider.TrustingHandler);
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(bot._logs)));
            configure?.Invoke(services);
        });
        return bot;
    }

    public static Dictionary<string, string?> Settings(IdentityProvider provider, Dictionary<string, string?>? more = null)
    {
        Dictionary<string, string?> settings = new()
        {
            ["MicrosoftAppType"] = "SingleTenant",
            ["MicrosoftAppId"] = AppId,
            ["MicrosoftAppPassword"] = Secret,
            ["MicrosoftAppTenantId"] = Tenant,
            ["BotFramework:OpenIdMetadata"] = provider.OpenIdMetadata,
            ["BotFramework:Issuer"] = provider.Issuer,
            ["BotFramework:LoginAuthority"] = provider.Address,
            ["BotFramework:AllowedServiceHosts:0"] = "127.0.0.1",
            ["BotFramework:ConnectorBackoff"] = "00:00:00.001",
            // What is tested here is not how fast a busy machine shakes hands.
            ["BotFramework:KeyReadLimit"] = "00:01:00",
            ["BotFramework:TokenLimit"] = "00:01:00",
        };
        foreach ((string key, string? value) in more ?? [])
        {
            settings[key] = value;
        }

        return settings;
    }

    /// <summary>A message that was not sent before.</summary>
    public JsonObject Message()
    {
        JsonObject activity = Bot.Replay("personal.message.json");
        activity["id"] = Guid.NewGuid().ToString();
        return activity;
    }

    /// <summary>Waits until the keys were read so often.</summary>
    public async Task KeysReadAsync(int times)
    {
        for (int i = 0; i < 3000 && OwnLogLines.Count(line => line.Contains("were read", StringComparison.Ordinal)) < times; i++)
        {
            await Task.Delay(10);
        }
    }

    public bool WasHandled(JsonObject activity) => _handled.ContainsKey((string)activity["id"]!);

    public async Task<bool> IsHandledAsync(JsonObject activity)
    {
        for (int i = 0; i < 1000 && !WasHandled(activity); i++)
        {
            await Task.Delay(10);
        }

        return WasHandled(activity);
    }

    /// <summary>Sends a message with these Authorization headers, byte for byte as they are given.</summary>
    /// <returns>The status, and the whole answer.</returns>
    public async Task<(int Status, string Answer)> PostAsync(JsonObject activity, params string[] authorization)
    {
        byte[] body = Encoding.UTF8.GetBytes(activity.ToJsonString());
        string head = string.Join("\r\n", (string[])
        [
            $"POST {Bot.Endpoint.AbsolutePath} HTTP/1.1", $"Host: {Bot.Endpoint.Authority}", "Content-Type: application/json", $"Content-Length: {body.Length}",
            .. authorization.Select(static value => $"Authorization: {value}"), "Connection: close", "", "",
        ]);
        using TcpClient client = new();
        await client.ConnectAsync(Bot.Endpoint.Host, Bot.Endpoint.Port);
        await client.GetStream().WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. body]);
        using StreamReader reader = new(client.GetStream());
        string answer = await reader.ReadToEndAsync().WaitAsync(EdgeBot.Limit);
        return (int.Parse(answer.Split(' ')[1]), answer);
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Provider.DisposeAsync();
    }

    private async Task<InvokeResponse?> HandleAsync(Turn turn, CancellationToken ct)
    {
        _handled[turn.Activity.Id ?? ""] = true;
        if (turn.Activity.Text == "answer")
        {
            await turn.Replies.SendAsync(Activity.Message("the answer"), ct);
        }

        return null;
    }
}

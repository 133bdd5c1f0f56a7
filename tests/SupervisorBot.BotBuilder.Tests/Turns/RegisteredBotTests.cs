using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using SupervisorBot.BotBuilder.Hosting;
using SupervisorBot.Hosting;
using SupervisorBot.Tests.Running;

namespace SupervisorBot.BotBuilder.Tests.Turns;

/// <summary>A bot with a registration believes nobody without the channel's token.</summary>
public sealed class RegisteredBotTests
{
    private const string AppId = "22222222-2222-4222-8222-222222222222";
    private const string Tenant = "11111111-1111-4111-8111-111111111111";

    [Theory]
    [InlineData(null)]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer")]
    [InlineData("Bearer guess")]
    [InlineData("Bearer a.b.c")]
    public async Task A_request_without_a_token_is_refused(string? authorization)
    {
        await using var app = await StartAsync();

        await RefusesAsync(app, authorization);
    }

    [Theory]
    [InlineData($"https://sts.windows.net/{Tenant}/")]
    [InlineData($"https://login.microsoftonline.com/{Tenant}/v2.0")]
    public async Task A_token_of_the_bots_own_registration_is_refused(string issuer)
    {
        await using var app = await StartAsync();

        await RefusesAsync(app, $"Bearer {Part("""{"alg":"RS256","kid":"k","typ":"JWT"}""")}.{Part($$"""{"iss":"{{issuer}}","aud":"{{AppId}}","ver":"2.0","azp":"{{AppId}}"}""")}.{Part("x")}");
    }

    private static async Task RefusesAsync(WebApplication app, string? authorization)
    {
        using HttpClient http = new();
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(new Uri(app.Urls.First()), "api/messages"))
        {
            Content = JsonContent.Create(new JsonObject
            {
                ["type"] = "message",
                ["id"] = "1",
                ["channelId"] = "msteams",
                ["serviceUrl"] = "https://smba.trafficmanager.net/emea/",
                ["conversation"] = new JsonObject { ["id"] = "a:1", ["tenantId"] = Tenant },
                ["from"] = new JsonObject { ["id"] = "29:alex", ["aadObjectId"] = LeastSettings.AlexId },
                ["text"] = "/help",
            }),
        };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal([new AuthenticationHeaderValue("Bearer")], answer.Headers.WwwAuthenticate);
        Assert.Contains("Unauthorized", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string Part(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static async Task<WebApplication> StartAsync()
    {
        var all = LeastSettings.All();
        all["MicrosoftAppId"] = AppId;
        all["MicrosoftAppPassword"] = "only a test";
        all["Teams:AllowedTenants:0"] = Tenant;
        var app = BotHost.Build(["--environment=Production", "--urls=http://127.0.0.1:0"], new BotBuilderEdge(), builder =>
        {
            builder.Configuration.AddInMemoryCollection(all);
            builder.Logging.ClearProviders();
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}

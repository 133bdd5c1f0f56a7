using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using SupervisorBot.Hosting;
using SupervisorBot.Tests.Running;

namespace SupervisorBot.Tests.Edge;

/// <summary>What every answer of the bot's HTTP server has in common, and what a client may use up of it.</summary>
public sealed class StrictAnswerTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("GET", "healthz/live", 200, "Healthy")]
    [InlineData("GET", "healthz/ready", 200, "Healthy")]
    [InlineData("POST", "api/messages", 415, null)]
    [InlineData("GET", "api/messages", 405, "")]
    [InlineData("GET", "", 404, "")]
    [InlineData("GET", "favicon.ico", 404, "")]
    [InlineData("GET", "appsettings.json", 404, "")]
    [InlineData("GET", "..%2fappsettings.json", 404, "")]
    [InlineData("POST", "gateway/events/1001/guess", 404, "")]
    [InlineData("GET", "gateway/events/1001/guess", 405, "")]
    [InlineData("OPTIONS", "api/messages", 405, "")]
    [InlineData("GET", "broken", 500, "")]
    public async Task Every_answer_has_the_strict_headers_and_tells_nothing(string method, string path, int status, string? body)
    {
        await using var app = await StartAsync("Production");
        using HttpClient http = new();
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(new Uri(app.Urls.First()), path));

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Contains("no-store", Header(answer, "Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.StartsWith("default-src 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.StartsWith("max-age=", Header(answer, "Strict-Transport-Security"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
        var told = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (body is not null)
        {
            Assert.Equal(body, told);
        }

        Assert.DoesNotContain("secret words", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Development_nothing_is_said_of_encryption_that_is_not_there()
    {
        await using var app = await StartAsync("Development");
        using HttpClient http = new();
        using var answer = await http.GetAsync(new Uri(new Uri(app.Urls.First()), "healthz/live"), TestContext.Current.CancellationToken);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
    }

    [Theory]
    [InlineData("POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{", "408")]
    [InlineData("POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Ty", "408")]
    [InlineData("POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n{", "413")]
    public async Task What_comes_too_slowly_or_is_too_big_is_cut(string request, string status)
    {
        await using var app = await StartAsync("Development", ("Http:BodyGrace", "00:00:02"), ("Http:HeaderTimeout", "00:00:02"));
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(app.Urls.First()).Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);

        using CancellationTokenSource limit = new(s_limit);
        using StreamReader reader = new(stream, Encoding.ASCII);
        var answer = await reader.ReadToEndAsync(limit.Token);

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_connections_are_held_than_set()
    {
        await using var app = await StartAsync("Development", ("Http:MaxConnections", "10"));
        var clients = Enumerable.Range(0, 12).Select(_ => new TcpClient()).ToList();
        var closed = 0;
        foreach (var client in clients)
        {
            await client.ConnectAsync(IPAddress.Loopback, new Uri(app.Urls.First()).Port, TestContext.Current.CancellationToken);
            using CancellationTokenSource soon = new(TimeSpan.FromSeconds(2));
            try
            {
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /healthz/live HTTP/1.1\r\nHost: localhost\r\n\r\n"), soon.Token);
                closed += await client.GetStream().ReadAsync(new byte[1], soon.Token) == 0 ? 1 : 0;
            }
            catch (IOException)
            {
                closed++;
            }
        }

        Assert.Equal(2, closed);
        clients.ForEach(client => client.Dispose());
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        string.Join(',', answer.Headers.TryGetValues(name, out var values) ? values : answer.Content.Headers.GetValues(name));

    private static async Task<WebApplication> StartAsync(string environment, params (string Name, string Value)[] settings)
    {
        var all = LeastSettings.All();
        if (environment == "Production")
        {
            all["MicrosoftAppId"] = "22222222-2222-4222-8222-222222222222";
            all["MicrosoftAppPassword"] = "only a test";
            all["Teams:AllowedTenants:0"] = "11111111-1111-4111-8111-111111111111";
        }

        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        var app = BotHost.Build([$"--environment={environment}", "--urls=http://127.0.0.1:0"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(all);
            builder.Logging.ClearProviders();
        });
        app.MapGet("broken", string () => throw new InvalidOperationException("secret words"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}

using System.Text;
using System.Text.Json.Nodes;

namespace SupervisorBot.Benchmarks.Servers;

/// <summary>
/// The measure of a signed-in session: a process that signs everybody in at the gateway and does nothing but poll, a request after the other, over
/// HTTPS with a connection each. What the bot needs beyond it is the bot's own.
/// </summary>
internal static class BarePolls
{
    /// <summary>A POST here signs everybody in and ends when all of them are.</summary>
    public const string Begin = "/begin";

    private const int SignInsAtOnce = 32;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(350);

    public static WebApplication Build(string settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--urls=http://127.0.0.1:0"] });
        builder.Configuration.AddJsonFile(settings);
        var configuration = builder.Configuration;
        var app = builder.Build();
        app.MapPost(Begin, () => BeginAsync(configuration, app.Lifetime.ApplicationStopping));
        return app;
    }

    private static async Task BeginAsync(ConfigurationManager configuration, CancellationToken cancellationToken)
    {
        var gateway = GatewayClient.Trusting(configuration["Gateway:TrustedCertificates"]!, new Uri(configuration["Gateway:BaseAddress"]!));
        var limits = new ParallelOptions { MaxDegreeOfParallelism = SignInsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(configuration.GetSection("Inspectors").GetChildren(), limits, async (inspector, token) =>
        {
            var agentId = inspector["AgentId"]!;
            var body = new JsonObject { ["password"] = inspector["Password"], ["phonenum"] = inspector["PhoneNumber"], ["status"] = 4 };
            using var request = new HttpRequestMessage(HttpMethod.Put, $"onlineagent/{agentId}") { Content = Json(body.ToJsonString()) };
            using var answer = await gateway.SendAsync(request, token);
            _ = PollAsync(gateway, agentId, GuidOf(answer)!, cancellationToken);
        });
    }

    private static async Task PollAsync(HttpClient gateway, string agentId, string guid, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"agentevent/{agentId}") { Content = Json("") };
            request.Headers.Add("guid", guid);
            using var answer = await gateway.SendAsync(request, cancellationToken);
            await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            guid = GuidOf(answer) ?? guid;
            await Task.Delay(s_pause, cancellationToken);
        }
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static string? GuidOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-GUID", out var values) ? values.First().Split('=', 2)[^1] : null;
}

using System.Net.Http.Headers;
using System.Text.Json;

namespace SupervisorBot.Benchmarks.Servers;

/// <summary>
/// The measure: an ASP.NET Core endpoint that parses the activity with System.Text.Json's source generation and posts one line of text. It checks
/// nothing, keeps nothing, and queues nothing. Its second endpoint sends one PUT to the gateway instead, over HTTPS, as the intercept is sent.
/// </summary>
internal static class BareServer
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json", "utf-8");

    public static WebApplication Build(string settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--urls=http://127.0.0.1:0"] });
        builder.Configuration.AddJsonFile(settings);
        var gateway = builder.Configuration["Gateway:BaseAddress"];
        var connector = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false });
        var app = builder.Build();
        app.MapPost("/api/messages", (HttpContext context) => ReplyAsync(context, connector));
        if (gateway is not null)
        {
            var relay = GatewayClient.Trusting(builder.Configuration["Gateway:TrustedCertificates"]!, new Uri(gateway));
            app.MapPost("/api/relay", (HttpContext context) => RelayAsync(context, relay));
        }

        return app;
    }

    private static async Task ReplyAsync(HttpContext context, HttpClient connector)
    {
        var activity = await ReadAsync(context);
        var reply = JsonSerializer.SerializeToUtf8Bytes(new BareReply("message", activity.Id, "Here is what you can type."), BareJson.Default.BareReply);
        using var content = new ByteArrayContent(reply);
        content.Headers.ContentType = s_json;
        var address = $"{activity.ServiceUrl}/v3/conversations/{Uri.EscapeDataString(activity.Conversation.Id)}/activities/{Uri.EscapeDataString(activity.Id)}";
        using var answer = await connector.PostAsync(address, content, context.RequestAborted);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task RelayAsync(HttpContext context, HttpClient gateway)
    {
        var activity = await ReadAsync(context);
        var path = activity.Value!.Value.GetProperty("action").GetProperty("data").GetProperty("path").GetString();
        using var content = new ByteArrayContent([]);
        content.Headers.ContentType = s_json;
        using var answer = await gateway.PutAsync(path, content, context.RequestAborted);
        await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
    }

    private static async Task<BareActivity> ReadAsync(HttpContext context) =>
        (await JsonSerializer.DeserializeAsync(context.Request.Body, BareJson.Default.BareActivity, context.RequestAborted))!;
}

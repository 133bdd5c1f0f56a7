using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.BotFramework.Authentication;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Turns;

namespace SupervisorBot.BotFramework.Tests.Endpoint;

public sealed class StatusTests
{
    public static TheoryData<string> All => Recorded.All();

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_recorded_activity_is_accepted_and_reaches_the_handler(string name)
    {
        TaskCompletionSource<Turn> seen = new();
        await using EdgeBot bot = await EdgeBot.StartAsync((turn, _) =>
        {
            seen.TrySetResult(turn);
            return Task.FromResult<InvokeResponse?>(turn.Activity.IsInvoke ? AdaptiveCardInvoke.Message("seen") : null);
        });

        using HttpResponseMessage answer = await bot.PostAsync(Recorded.Text(name));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Turn turn = await seen.Task.WaitAsync(EdgeBot.Limit);
        Assert.Equal((string?)Recorded.Node(name)["conversation"]!["id"], turn.Conversation.ConversationId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":"message","channelId":"msteams","serviceUrl":"https://x.example","from":{"id":"a"}}""")]
    [InlineData("""{"type":"message","channelId":"msteams","serviceUrl":"https://x.example","from":{"id":"a"},"conversation":{}}""")]
    [InlineData("""{"type":"message","serviceUrl":"https://x.example","from":{"id":"a"},"conversation":{"id":"c"}}""")]
    [InlineData("""{"type":"message","channelId":"msteams","serviceUrl":"https://x.example","conversation":{"id":"c"}}""")]
    [InlineData("""{"type":"message","channelId":"msteams","from":{"id":"a"},"conversation":{"id":"c"}}""")]
    [InlineData("""{"type":"message","channelId":"msteams","serviceUrl":"file:///etc","from":{"id":"a"},"conversation":{"id":"c"}}""")]
    public async Task What_is_no_activity_or_cannot_be_answered_is_400(string body)
    {
        await using EdgeBot bot = await EdgeBot.StartAsync(Unreached);

        using HttpResponseMessage answer = await bot.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_400()
    {
        await using EdgeBot bot = await EdgeBot.StartAsync(Unreached);
        byte[] body = Encoding.Latin1.GetBytes(Recorded.Text("personal.message.json").Replace("hello", "h\u00e9llo", StringComparison.Ordinal));

        using HttpResponseMessage answer = await bot.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Teams_card_action_without_a_name_is_accepted()
    {
        await using EdgeBot bot = await EdgeBot.StartAsync((_, _) => Task.FromResult<InvokeResponse?>(new InvokeResponse(200, new JsonObject { ["ok"] = true })));
        JsonObject invoke = Recorded.Node("personal.invoke.adaptiveCard-action.json");
        invoke.Remove("name");

        using HttpResponseMessage answer = await bot.PostAsync(invoke.ToJsonString());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Other_methods_are_405(string method)
    {
        await using EdgeBot bot = await EdgeBot.StartAsync(Unreached);
        using HttpRequestMessage request = new(new HttpMethod(method), bot.Endpoint);

        using HttpResponseMessage answer = await bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Other_content_types_are_415(string? contentType)
    {
        await using EdgeBot bot = await EdgeBot.StartAsync(Unreached);

        using HttpResponseMessage answer = await bot.PostAsync(Recorded.Text("personal.message.json"), contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_413_with_or_without_a_length(bool withLength)
    {
        await using EdgeBot bot = await EdgeBot.StartAsync(Unreached);
        using HttpRequestMessage request = new(HttpMethod.Post, bot.Endpoint) { Content = Sized((256 * 1024) + 1) };
        request.Headers.TransferEncodingChunked = !withLength;

        using HttpResponseMessage answer = await bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_of_exactly_the_limit_is_accepted()
    {
        await using EdgeBot bot = await EdgeBot.StartAsync(Nothing);

        using HttpResponseMessage answer = await bot.Http.PostAsync(bot.Endpoint, Sized(256 * 1024));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.OK)]
    public async Task The_authenticator_decides(HttpStatusCode status)
    {
        InboundVerdict verdict = status switch
        {
            HttpStatusCode.Unauthorized => InboundVerdict.Unauthorized("Unknown"),
            HttpStatusCode.Forbidden => InboundVerdict.Forbidden("Known"),
            _ => InboundVerdict.Accepted,
        };
        await using EdgeBot bot = await EdgeBot.StartAsync(Nothing, configure: s => s.AddSingleton<IInboundAuthenticator>(new Fixed(verdict)));

        using HttpResponseMessage answer = await bot.PostAsync(Recorded.Text("personal.message.json"));

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Without_an_app_id_a_request_for_another_host_name_is_401()
    {
        await using EdgeBot bot = await EdgeBot.StartAsync(Unreached);
        using HttpRequestMessage request = new(HttpMethod.Post, bot.Endpoint) { Content = Sized(2000) };
        request.Headers.Host = "bot.tunnel.example";

        using HttpResponseMessage answer = await bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    internal static Task<InvokeResponse?> Nothing(Turn turn, CancellationToken ct) => Task.FromResult<InvokeResponse?>(null);

    private static Task<InvokeResponse?> Unreached(Turn turn, CancellationToken ct) => throw new InvalidOperationException("The handler must not be reached.");

    private static ByteArrayContent Sized(int bytes)
    {
        JsonObject activity = Recorded.Node("personal.message.json");
        activity["padding"] = "";
        activity["padding"] = new string('x', bytes - Encoding.UTF8.GetByteCount(activity.ToJsonString()));
        ByteArrayContent content = new(Encoding.UTF8.GetBytes(activity.ToJsonString()));
        content.Headers.ContentType = new("application/json");
        return content;
    }

    private sealed class Fixed(InboundVerdict verdict) : IInboundAuthenticator
    {
        public Task<InboundVerdict> AuthenticateAsync(HttpContext context, Activity activity) => Task.FromResult(verdict);
    }
}

using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace SupervisorBot.GatewaySimulator.Tests;

public sealed class PushTests
{
    private const string Token = "Token1";

    [Fact]
    public async Task Events_are_pushed_in_order_one_at_a_time_in_the_documented_envelope()
    {
        await using var callback = await Callback.StartAsync();
        await using var gateway = await Gateway.StartAsync();
        await SignInAsync(gateway, callback);
        for (var i = 0; i < 20; i++)
        {
            gateway.Centre.Tell(1001, $"AgentOther_Note{i}", new System.Text.Json.Nodes.JsonObject { ["sender"] = "x" });
        }

        await Eventually.HoldsAsync(() => callback.Pushed.Count == 22);

        Assert.Equal(["AgentOther_InService", "AgentState_Ready", .. Enumerable.Range(0, 20).Select(i => $"AgentOther_Note{i}")], callback.EventTypes);
        Assert.Equal(1, callback.MostAtOnce);
        var last = callback.Pushed.Last();
        Assert.Equal(("", "0", "1001", "x"), ((string?)last.Body["message"], (string?)last.Body["retcode"], (string?)last.Body["event"]!["workNo"], (string?)last.Body["event"]!["content"]!["sender"]));
        Assert.Equal(("application/json; charset=UTF-8", Token), (last.ContentType, last.Token));
        Assert.All(gateway.Centre.Pushes.Snapshot(1001), push => Assert.Equal((true, 1, (int?)200), (push.IsDelivered, push.Attempts, push.Status)));
    }

    [Fact]
    public async Task A_failed_push_is_tried_again_a_little_and_then_lost()
    {
        await using var callback = await Callback.StartAsync();
        await using var gateway = await Gateway.StartAsync(options => options.PushRetryDelay = TimeSpan.FromMilliseconds(1));
        callback.Statuses.Enqueue(500);
        callback.Statuses.Enqueue(503);
        callback.Statuses.Enqueue(200);
        callback.Statuses.Enqueue(404);
        callback.Statuses.Enqueue(404);
        callback.Statuses.Enqueue(404);
        await SignInAsync(gateway, callback);

        await Eventually.HoldsAsync(() => gateway.Centre.Pushes.Snapshot().Count == 2);

        Assert.Equal([(true, 3, 200), (false, 3, 404)], gateway.Centre.Pushes.Snapshot().Select(push => (push.IsDelivered, push.Attempts, push.Status ?? 0)));
        Assert.Equal(6, callback.Pushed.Count);
    }

    [Fact]
    public async Task A_callback_that_is_not_there_loses_events_and_holds_nothing_up()
    {
        await using var gateway = await Gateway.StartAsync(options => options.PushRetryDelay = TimeSpan.FromMilliseconds(1));
        Assert.Equal("0", (await gateway.TrySignInAsync(1001, more: Push("http://127.0.0.1:9/nobody"))).RetCode);

        await Eventually.HoldsAsync(() => gateway.Centre.Pushes.Snapshot().Count == 2);

        Assert.All(gateway.Centre.Pushes.Snapshot(), push => Assert.Equal((false, null), (push.IsDelivered, push.Status)));
    }

    [Fact]
    public async Task Handshakes_keep_the_sign_in_alive_and_bring_the_renewed_guid()
    {
        var time = new FakeTimeProvider();
        await using var callback = await Callback.StartAsync();
        await using var gateway = await Gateway.StartAsync(time: time);
        var inspector = await SignInAsync(gateway, callback);

        for (var i = 0; i < 10; i++)
        {
            time.Advance(TimeSpan.FromSeconds(30));
            var answer = await inspector.PostAsync("onlineagent/{0}/handshake");
            Assert.Equal("0", answer.RetCode);
            Assert.Equal(i % 2 == 1, answer.SetGuid is not null);
            inspector.Guid = answer.Guid ?? inspector.Guid;
        }

        Assert.Equal((10L, 0L, TimeSpan.FromSeconds(30)), (gateway.Host.Polls.Find(1001)!.Handshakes, gateway.Host.Polls.Find(1001)!.Polls, gateway.Host.Polls.Find(1001)!.LongestGap));
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("100-006", (await inspector.PostAsync("onlineagent/{0}/handshake")).RetCode);
        Assert.Equal(1, gateway.Host.Polls.Find(1001)!.SilentSignOuts);
    }

    [Fact]
    public async Task A_static_guid_is_not_renewed_by_handshakes()
    {
        var time = new FakeTimeProvider();
        await using var callback = await Callback.StartAsync();
        await using var gateway = await Gateway.StartAsync(options => options.AuthMode = 1, time);
        var inspector = await SignInAsync(gateway, callback);
        time.Advance(TimeSpan.FromSeconds(100));

        Assert.Null((await inspector.PostAsync("onlineagent/{0}/handshake")).SetGuid);
    }

    [Fact]
    public async Task Each_mode_refuses_the_others_sign_of_life()
    {
        await using var callback = await Callback.StartAsync();
        await using var gateway = await Gateway.StartAsync();
        var pushed = await SignInAsync(gateway, callback);
        var polled = await gateway.SignInAsync(1002);

        Assert.Equal("000-001", (await pushed.PollAsync()).RetCode);
        Assert.Equal("000-001", (await polled.PostAsync("onlineagent/{0}/handshake")).RetCode);
    }

    [Theory]
    [InlineData("has space", "100-001")]
    [InlineData("a-b", "100-001")]
    [InlineData("123456789012345678901234567890123456789012345678901", "100-001")]
    [InlineData("Token2", "0")]
    public async Task A_handshake_may_renew_the_token_within_its_rules(string token, string code)
    {
        await using var callback = await Callback.StartAsync();
        await using var gateway = await Gateway.StartAsync();
        var inspector = await SignInAsync(gateway, callback);
        await Eventually.HoldsAsync(() => callback.Pushed.Count == 2);
        using var client = gateway.ClientOf(gateway.Host.Nodes[0]);
        client.DefaultRequestHeaders.Add("Guid", inspector.Guid);
        client.DefaultRequestHeaders.Add("service_token", token);

        Assert.Equal(code, (await gateway.SendAsync("POST", "onlineagent/1001/handshake", through: client)).RetCode);
        gateway.Centre.Tell(1001, "AgentOther_Note");
        await Eventually.HoldsAsync(() => callback.Pushed.Count == 3);

        Assert.Equal(code == "0" ? token : Token, callback.Pushed.Last().Token);
    }

    [Theory]
    [InlineData("nowhere", Token)]
    [InlineData("ftp://127.0.0.1/x", Token)]
    [InlineData("http://127.0.0.1/x", "a token")]
    [InlineData("http://127.0.0.1/x", "123456789012345678901234567890123456789012345678901")]
    public async Task A_push_sign_in_outside_the_rules_is_refused(string uri, string token)
    {
        await using var gateway = await Gateway.StartAsync();

        Assert.Equal("100-011", (await gateway.TrySignInAsync(1001, more: Push(uri, token))).RetCode);
        Assert.Equal("100-011", (await gateway.TrySignInAsync(1001, more: Push("http://127.0.0.1/" + new string('x', 200)))).RetCode);
    }

    [Fact]
    public async Task One_push_parameter_alone_means_polling()
    {
        await using var gateway = await Gateway.StartAsync();
        var answer = await gateway.TrySignInAsync(1001, more: ",\"callBackUri\":\"http://127.0.0.1/x\"");

        Assert.Equal("AgentOther_InService", (await new Person(gateway, 1001, answer.Guid!).PollAsync()).EventType);
    }

    [Fact]
    public async Task The_token_is_carried_by_option_only_and_neither_it_nor_the_callback_is_recorded()
    {
        await using var callback = await Callback.StartAsync();
        await using var gateway = await Gateway.StartAsync(options => options.PushTokenHeader = "");
        await SignInAsync(gateway, callback);
        await Eventually.HoldsAsync(() => callback.Pushed.Count == 2);

        Assert.All(callback.Pushed, push => Assert.Null(push.Token));
        var everything = JsonSerializer.Serialize(gateway.Host.RequestLog.Snapshot());
        Assert.DoesNotContain(Token, everything, StringComparison.Ordinal);
        Assert.DoesNotContain("a-long-secret", everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_wait_while_the_gateway_is_down()
    {
        await using var callback = await Callback.StartAsync();
        await using var gateway = await Gateway.StartAsync();
        await SignInAsync(gateway, callback);
        await Eventually.HoldsAsync(() => callback.Pushed.Count == 2);

        await gateway.Host.Nodes[0].DieAsync();
        gateway.Centre.Tell(1001, "AgentOther_Note");
        Assert.Equal(2, gateway.Centre.Pushes.Snapshot().Count);
        await gateway.Host.Nodes[0].ReviveAsync(TestContext.Current.CancellationToken);

        await Eventually.HoldsAsync(() => callback.Pushed.Count == 3);
    }

    [Fact]
    public async Task A_forced_sign_in_without_a_callback_ends_the_pushes()
    {
        await using var callback = await Callback.StartAsync();
        await using var gateway = await Gateway.StartAsync();
        var first = await SignInAsync(gateway, callback);
        await Eventually.HoldsAsync(() => callback.Pushed.Count == 2);

        var second = new Person(gateway, 1001, (await gateway.TrySignInAsync(1001, forced: true)).Guid!);

        Assert.Equal(["AgentOther_InService", "AgentState_Ready"], await second.EventsAsync());
        Assert.Equal("000-003", (await first.PostAsync("onlineagent/{0}/handshake")).RetCode);
        Assert.Equal(2, callback.Pushed.Count);
    }

    private static string Push(string uri, string token = Token) => $",\"callBackUri\":\"{uri}\",\"serviceToken\":\"{token}\"";

    private static async Task<Person> SignInAsync(Gateway gateway, Callback callback)
    {
        var answer = await gateway.TrySignInAsync(1001, more: Push(callback.Address.ToString()));
        Assert.Equal("0", answer.RetCode);
        return new Person(gateway, 1001, answer.Guid!);
    }
}

using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Time.Testing;

namespace SupervisorBot.GatewaySimulator.Tests;

public sealed class LoadTests
{
    [Fact]
    public async Task Inspectors_and_agents_are_hired_in_rows()
    {
        await using var gateway = await Gateway.StartAsync();

        gateway.Centre.HireInspectors(5000, 300, "secret");
        gateway.Centre.HireAgents(20_000, 1000);

        Assert.Equal("0", (await gateway.TrySignInAsync(5299, "secret")).RetCode);
        Assert.Equal("100-004", (await gateway.TrySignInAsync(5000, Gateway.Password)).RetCode);
        gateway.Centre.StartCall(20_999, Gateway.Customer);
        Assert.Throws<InvalidOperationException>(() => gateway.Centre.HireInspectors(4999, 2));
        Assert.Null(gateway.Centre.FindAgent(4999));
        Assert.Throws<ArgumentOutOfRangeException>(() => gateway.Centre.HireAgents(999_999, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => gateway.Centre.HireAgents(100, 2));
    }

    [Fact]
    public async Task Traffic_begins_and_ends_calls_at_its_rate()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(time: time);
        gateway.Centre.HireAgents(20_000, 100);

        gateway.Centre.StartTraffic(new CallTraffic { CallsPerSecond = 10, CallMilliseconds = 3000, FirstWorkNo = 20_000, LastWorkNo = 20_099 });
        Advance(time, TimeSpan.FromSeconds(10));
        var live = gateway.Centre.Calls;
        var (begun, turnedAway) = gateway.Centre.StopTraffic();
        Advance(time, TimeSpan.FromSeconds(5));

        Assert.InRange(begun, 99, 100);
        Assert.Equal(0, turnedAway);
        Assert.InRange(live.Count, 29, 31);
        Assert.All(live, call => Assert.InRange(call.WorkNo, 20_000, 20_099));
        Assert.Empty(gateway.Centre.Calls);
    }

    [Fact]
    public async Task Traffic_turns_away_whom_nobody_is_free_for()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(time: time);

        gateway.Centre.StartTraffic(new CallTraffic { CallsPerSecond = 10, FirstWorkNo = 2001, LastWorkNo = 2003 });
        Advance(time, TimeSpan.FromSeconds(5));

        Assert.Equal(3, gateway.Centre.Calls.Count);
        Assert.InRange(gateway.Centre.StopTraffic().TurnedAway, 46, 47);
        Assert.Throws<ValidationException>(() => gateway.Centre.StartTraffic(new CallTraffic { CallsPerSecond = 0 }));
    }

    [Fact]
    public async Task Load_is_set_up_from_another_process()
    {
        await using var gateway = await Gateway.StartAsync();

        Assert.Equal(HttpStatusCode.Created, await PostAsync(gateway, "inspectors", new { first = 5000, count = 2, password = "x" }));
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(gateway, "inspectors", new { first = 5001 }));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(gateway, "agents", new { first = 7 }));
        Assert.Equal(HttpStatusCode.Created, await PostAsync(gateway, "agents", new { first = 20_000, count = 50 }));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(gateway, "traffic", new { callsPerSecond = -1 }));
        Assert.Equal(HttpStatusCode.Created, await PostAsync(gateway, "traffic", new { callsPerSecond = 500, firstWorkNo = 20_000 }));
        await Eventually.HoldsAsync(() => gateway.Centre.Calls.Count == 50);
        using var stopped = await gateway.Admin.DeleteAsync(new Uri("traffic", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("\"begun\":50", await stopped.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("0", (await gateway.TrySignInAsync(5001, "x")).RetCode);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(gateway, "events", new { workNo = 5001, eventType = "AgentOther_Note", content = new { sender = "x" } }));
        Assert.Equal("""{"sender":"x"}""", gateway.Centre.Events[^1].Content);
    }

    private static void Advance(FakeTimeProvider time, TimeSpan by)
    {
        for (var passed = TimeSpan.Zero; passed < by; passed += TimeSpan.FromMilliseconds(20))
        {
            time.Advance(TimeSpan.FromMilliseconds(20));
        }
    }

    private static async Task<HttpStatusCode> PostAsync(Gateway gateway, string path, object body)
    {
        using var answer = await gateway.Admin.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}

using System.Text.Json;

namespace SupervisorBot.GatewaySimulator.Tests;

public sealed class RecordTests
{
    [Fact]
    public async Task A_request_is_recorded_with_what_it_names_and_how_it_was_answered()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await gateway.ListenAsync();

        await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}");

        var record = Assert.Single(gateway.Host.RequestLog.Snapshot("intercept"));
        Assert.Equal("PUT", record.Method);
        Assert.Equal($"/agentgateway/resource/qualitycontrol/1001/intercept/2001/{callId}", record.Path);
        Assert.Equal(("1001", "2001", callId), (record.AgentId, record.WorkNo, record.CallId));
        Assert.Equal("application/json; charset=utf-8", record.ContentType, ignoreCase: true);
        Assert.Contains("Guid", record.Headers);
        Assert.Equal("current", record.Guid);
        Assert.Equal(("answered", 200, "0"), (record.Outcome, record.Status, record.RetCode));
        Assert.Empty(record.Violations);
    }

    [Fact]
    public async Task No_guid_and_no_password_is_in_the_record()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);
        await inspector.PollAsync();
        await gateway.SendAsync("PUT", "onlineagent/1001", body: $"\"{Gateway.Password}\"");

        var everything = JsonSerializer.Serialize(gateway.Host.RequestLog.Snapshot());

        Assert.Contains("881001", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Gateway.Password, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(inspector.Guid, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(inspector.Guid[..20], everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_against_the_documents_is_noted()
    {
        await using var gateway = await Gateway.StartAsync();
        await gateway.SendAsync("GET", "onlineagent/1001/agentstatus");
        await gateway.SendAsync("GET", "onlineagent/5/agentstatus", "x");
        await gateway.SendAsync("GET", "onlineagent/1001/agentstatus", "x", contentType: "text/plain");
        await gateway.SendAsync("PUT", "onlineagent/1001", "x", body: "{}");

        var violations = gateway.Host.RequestLog.Snapshot().Select(record => Assert.Single(record.Violations));

        Assert.Equal(["no Guid header", "agent id out of range", "Content-Type is not application/json", "Guid header on a sign-in"], violations);
    }

    [Fact]
    public async Task The_record_keeps_the_latest_and_can_be_cleared()
    {
        await using var gateway = await Gateway.StartAsync(options => options.RequestLogCapacity = 3);
        var inspector = await gateway.SignInAsync(1001);
        for (var i = 0; i < 5; i++)
        {
            await inspector.GetAsync("onlineagent/{0}/agentstatus");
        }

        var kept = gateway.Host.RequestLog.Snapshot();
        Assert.Equal(3, kept.Count);
        Assert.Equal(2, gateway.Host.RequestLog.Snapshot(after: kept[0].Sequence).Count);
        gateway.Host.RequestLog.Clear();
        Assert.Empty(gateway.Host.RequestLog.Snapshot());
    }

    [Fact]
    public async Task Events_are_journalled_with_the_moment_of_their_delivery()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await gateway.ListenAsync();
        await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}");

        var before = gateway.Centre.Events.Single(raised => raised is { WorkNo: 1001, EventType: "AgentEvent_Talking" });
        Assert.Null(before.DeliveredTimestamp);
        await inspector.EventsAsync();

        Assert.True(before.DeliveredTimestamp >= before.RaisedTimestamp);
    }
}

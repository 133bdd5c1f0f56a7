using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace SupervisorBot.GatewaySimulator.Tests;

public sealed class AdminTests
{
    [Fact]
    public async Task Calls_are_started_held_and_ended()
    {
        await using var gateway = await Gateway.StartAsync();

        var started = await PostAsync(gateway, "calls", """{"workNo":2001,"customerNumber":"447700900555","direction":"Outbound"}""");
        var callId = (string?)(await JsonAsync(started))["callId"];
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(gateway, "calls", """{"workNo":2001}""")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(gateway, "calls", "nonsense")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(gateway, $"calls/{callId}/hold", "")).StatusCode);
        Assert.True((bool?)(await GetAsync(gateway, "calls"))[0]!["onHold"]);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(gateway, $"calls/{callId}/takeback", "")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await DeleteAsync(gateway, $"calls/{callId}")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await DeleteAsync(gateway, $"calls/{callId}")).StatusCode);
        Assert.Empty((await GetAsync(gateway, "calls")).AsArray());
    }

    [Fact]
    public async Task Agents_are_shown_signed_out_and_told_what_to_do_with_the_phone()
    {
        await using var gateway = await Gateway.StartAsync();
        var callId = gateway.Centre.StartCall(2001, Gateway.Customer);
        var inspector = await gateway.SignInAsync(1001);

        Assert.Equal(HttpStatusCode.OK, (await gateway.Admin.PutAsync(Path("agents/1001/phone/false"), null, TestContext.Current.CancellationToken)).StatusCode);
        await inspector.PutAsync("qualitycontrol/{0}/addsupervise/2001");
        var shown = (await GetAsync(gateway, "agents")).AsArray().Single(agent => (int)agent!["workNo"]! == 1001)!;
        Assert.Equal(("Reserved", 2001, false), ((string?)shown["state"], (int)shown["monitors"]!, (bool)shown["phoneOffHook"]!));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(gateway, "agents/2001/hangup", "")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(gateway, "agents/1001/signout", "")).StatusCode);
        Assert.Equal("100-006", (await inspector.PollAsync()).RetCode);
        Assert.Contains((await GetAsync(gateway, "events?workNo=2001")).AsArray(), told => (string?)told!["eventType"] == "AgentEvent_Call_Release");
        Assert.DoesNotContain(gateway.Centre.Calls, call => call.CallId == callId);
    }

    [Fact]
    public async Task Faults_are_added_listed_and_cleared()
    {
        await using var gateway = await Gateway.StartAsync();

        Assert.Equal(HttpStatusCode.Created, (await PostAsync(gateway, "faults", """{"kind":"Status","operation":"intercept","status":500,"times":3}""")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(gateway, "faults", """{"kind":"Status","times":0}""")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(gateway, "faults", """{"kind":"Nonsense"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(gateway, "faults", """{"kind":"Drop","afterActin":true}""")).StatusCode);
        Assert.Equal(3, (int?)(await GetAsync(gateway, "faults"))[0]!["times"]);
        await DeleteAsync(gateway, "faults");
        Assert.Empty(gateway.Host.Faults.Waiting);
    }

    [Fact]
    public async Task The_record_is_read_by_operation_and_cleared()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);
        await inspector.GetAsync("onlineagent/{0}/agentstatus");

        var records = (await GetAsync(gateway, "requests?operation=agentStatus")).AsArray();
        Assert.Equal("/agentgateway/resource/onlineagent/1001/agentstatus", (string?)Assert.Single(records)!["path"]);
        await DeleteAsync(gateway, "requests");
        Assert.Empty((await GetAsync(gateway, "requests")).AsArray());
    }

    [Fact]
    public async Task A_person_sees_the_contact_centre()
    {
        await using var gateway = await Gateway.StartAsync(options => options.Inspectors.Add(new SimulatedInspector { AgentId = 1001, Name = "<b>Eve</b>" }));
        var callId = gateway.Centre.StartCall(2001, Gateway.Customer);

        using var response = await gateway.Admin.GetAsync(Path(""), TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Amara Okafor", page, StringComparison.Ordinal);
        Assert.Contains(callId, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Eve", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Polls_and_intercepts_are_asked_for_from_another_process()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await gateway.ListenAsync();
        await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}");

        var intercept = Assert.Single((await GetAsync(gateway, $"intercepts?agentId=1001&callId={callId}")).AsArray())!;
        Assert.Equal(("1001", "2001", callId, "0"), ((string?)intercept["agentId"], (string?)intercept["workNo"], (string?)intercept["callId"], (string?)intercept["actedRetCode"]));
        Assert.NotNull(intercept["receivedAt"]);
        Assert.Empty((await GetAsync(gateway, "intercepts?agentId=1002")).AsArray());
        Assert.Equal(1, (int)(await GetAsync(gateway, "polls/summary"))["mostAtOnce"]!);
        Assert.True((int)(await GetAsync(gateway, "polls/1001"))["polls"]! > 1);
        Assert.Equal(1001, (int)Assert.Single((await GetAsync(gateway, "polls")).AsArray())!["agentId"]!);
        await DeleteAsync(gateway, "polls");
        await DeleteAsync(gateway, "intercepts");
        Assert.Equal(0, (int)(await GetAsync(gateway, "polls/1001"))["polls"]!);
        Assert.Empty((await GetAsync(gateway, "intercepts")).AsArray());
    }

    [Fact]
    public async Task Outages_are_caused_from_another_process()
    {
        await using var gateway = await Gateway.StartAsync(options => options.SecondPort = 0);
        var inspector = await gateway.SignInAsync(1001);

        Assert.Equal(HttpStatusCode.Created, (await PostAsync(gateway, "switchover", """{"retCode":"105-001","agentId":1001}""")).StatusCode);
        Assert.Equal("105-001", (await inspector.PollAsync()).RetCode);
        await DeleteAsync(gateway, "switchover");
        await PostAsync(gateway, "agents/1001/expireguid", "");
        Assert.Equal("000-003", (await inspector.PollAsync()).RetCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(gateway, "nodes/0/die", "")).StatusCode);
        Assert.Equal([false, true], (await GetAsync(gateway, "nodes")).AsArray().Select(node => (bool)node!["isUp"]!));
        await Assert.ThrowsAsync<HttpRequestException>(() => inspector.PollAsync());
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(gateway, "nodes/0/revive", "")).StatusCode);
        using var usual = await gateway.Admin.PutAsync(Path("certificate/expired"), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, usual.StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => inspector.PollAsync());
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(gateway, "nodes/2/die", "")).StatusCode);
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);

    private static async Task<JsonNode> GetAsync(Gateway gateway, string path) =>
        (await gateway.Admin.GetFromJsonAsync<JsonNode>(Path(path), TestContext.Current.CancellationToken))!;

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;

    private static async Task<HttpResponseMessage> PostAsync(Gateway gateway, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await gateway.Admin.PostAsync(Path(path), content, TestContext.Current.CancellationToken);
    }

    private static Task<HttpResponseMessage> DeleteAsync(Gateway gateway, string path) =>
        gateway.Admin.DeleteAsync(Path(path), TestContext.Current.CancellationToken);
}

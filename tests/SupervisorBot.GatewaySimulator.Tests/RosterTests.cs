using System.Net;
using System.Text.Json.Nodes;

namespace SupervisorBot.GatewaySimulator.Tests;

public sealed class RosterTests
{
    [Fact]
    public async Task All_agents_of_the_own_vcc_are_listed_with_their_states()
    {
        await using var gateway = await Gateway.StartAsync();
        gateway.Centre.StartCall(2003, Gateway.Customer);
        var inspector = await gateway.SignInAsync(1001);

        var list = (await inspector.GetAsync("agentgroup/{0}/allagentstatus")).Result!.AsArray();

        Assert.Equal(27, list.Count);
        Assert.DoesNotContain(list, agent => ((string)agent!["workno"]!).StartsWith('9'));
        Assert.Equal(("7", "5"), States(list, "2003"));
        Assert.Equal(("4", "1"), States(list, "2001"));
        Assert.Equal(("2", "0"), States(list, "1002"));
        Assert.Equal(["Billing", "Quality", "Retention", "Sales", "Support"], list.Select(agent => (string)agent!["groupName"]!).Distinct().Order());
    }

    [Fact]
    public async Task A_monitoring_inspector_counts_as_occupied_but_not_as_a_live_talk()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, _) = await gateway.ListenAsync();

        var list = (await inspector.GetAsync("agentgroup/{0}/allagentstatus")).Result!.AsArray();

        Assert.Equal(("7", "3"), States(list, "1001"));
    }

    [Theory]
    [InlineData(true, HttpStatusCode.NotFound)]
    [InlineData(false, HttpStatusCode.OK)]
    public async Task A_newer_gateway_serves_less(bool http404, HttpStatusCode status)
    {
        await using var gateway = await Gateway.StartAsync(options =>
        {
            options.ServeAllAgentStatus = false;
            options.ServeOnlineAgentOnVdn = false;
            options.UnservedAnswersHttp404 = http404;
        });
        var inspector = await gateway.SignInAsync(1001);

        foreach (var path in new[] { "agentgroup/{0}/allagentstatus", "agentgroup/{0}/onlineagentonvdn" })
        {
            var answer = await inspector.GetAsync(path);
            Assert.Equal((status, "210-001"), (answer.Status, answer.RetCode));
        }

        Assert.Equal("2001", (string?)(await inspector.GetAsync("agentgroup/{0}/agentbyworkno/2001")).Result!["workno"]);
    }

    [Fact]
    public async Task Agents_are_found_by_state_and_group()
    {
        await using var gateway = await Gateway.StartAsync(options => options.AgentCount = 4);
        gateway.Centre.StartCall(2001, Gateway.Customer);
        var inspector = await gateway.SignInAsync(1001);

        var idle = (await inspector.GetAsync("agentgroup/{0}/idleagent")).Result!.AsArray();
        var online = (await inspector.GetAsync("agentgroup/{0}/onlineagentonvdn")).Result!.AsArray();
        var billing = (await inspector.GetAsync("agentgroup/{0}/agentongroupex?groupid=2")).Result!.AsArray();
        var groups = (await inspector.GetAsync("agentgroup/{0}/grouponvdn")).Result!.AsArray();

        Assert.Equal(["1001", "2002", "2003", "2004"], WorkNumbers(idle));
        Assert.Equal(["1001", "2001", "2002", "2003", "2004"], WorkNumbers(online));
        Assert.Equal(["2002"], WorkNumbers(billing));
        Assert.Equal(5, groups.Count);
        Assert.Equal("300-004", (await inspector.GetAsync("agentgroup/{0}/agentongroupex?groupid=77")).RetCode);
        Assert.Equal("300-002", (await inspector.GetAsync("agentgroup/{0}/agentbyworkno/9001")).RetCode);
        Assert.Equal("300-002", (await inspector.GetAsync("agentgroup/{0}/agentbyworkno/5555")).RetCode);
    }

    [Fact]
    public async Task Only_inspectors_are_censors_and_see_others_call_ids()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);
        var agent = await gateway.SignInAsync(2002);
        var callId = gateway.Centre.StartCall(2001, Gateway.Customer);

        Assert.Equal("""{"message":"","retcode":"0","result":true}""", (await inspector.GetAsync("agentgroup/{0}/iscensor/")).Body);
        Assert.False((bool?)(await agent.GetAsync("agentgroup/{0}/iscensor")).Result);
        Assert.Equal($"[\"{callId}\"]", (await inspector.GetAsync("calldata/{0}/allcallinfoEx/2001")).Result!.ToJsonString());
        Assert.Equal("[]", (await inspector.GetAsync("calldata/{0}/allcallinfoEx/2003")).Result!.ToJsonString());
        Assert.Equal("900-002", (await inspector.GetAsync("calldata/{0}/allcallinfoEx/9001")).RetCode);
        Assert.Equal("900-002", (await agent.GetAsync("calldata/{0}/allcallinfoEx/2001")).RetCode);
        Assert.Equal("[]", (await agent.GetAsync("calldata/{0}/allcallinfoEx/2002")).Result!.ToJsonString());
        Assert.Equal("200-026", (await agent.GetAsync($"calldata/{{0}}/callinfobycallid/{callId}")).RetCode);
    }

    [Fact]
    public async Task A_call_is_described_and_the_last_one_remembered()
    {
        await using var gateway = await Gateway.StartAsync();
        var agent = await gateway.SignInAsync(2001);
        Assert.Equal("200-026", (await agent.GetAsync("calldata/{0}/callinfo")).RetCode);
        var callId = gateway.Centre.StartCall(2001, Gateway.Customer, CallDirection.Outbound);

        var info = (await agent.GetAsync($"calldata/{{0}}/callinfobycallid/{callId}")).Result!;
        gateway.Centre.EndCall(callId);

        Assert.Equal((callId, Gateway.Customer, 7), ((string?)info["callid"], (string?)info["called"], (int)info["callfeature"]!));
        Assert.Equal(callId, (string?)(await agent.GetAsync("calldata/{0}/callinfo")).Result!["callid"]);
        Assert.Equal("200-026", (await agent.GetAsync("calldata/{0}/callinfo?isNoContainLastCall=true")).RetCode);
    }

    private static (string?, string?) States(JsonArray list, string workNo)
    {
        var agent = list.Single(entry => (string?)entry!["workno"] == workNo)!;
        return ((string?)agent["status"], (string?)agent["ctiStatus"]);
    }

    private static IEnumerable<string?> WorkNumbers(JsonArray list) => list.Select(agent => (string?)agent!["workno"]);
}

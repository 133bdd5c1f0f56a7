using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;

namespace SupervisorBot.GatewaySimulator.Tests;

public sealed class SignInTests
{
    [Fact]
    public async Task Sign_in_delivers_the_guid_and_the_documented_result()
    {
        await using var gateway = await Gateway.StartAsync();

        var answer = await gateway.TrySignInAsync(1001);

        Assert.Matches(new Regex(@"^JSESSIONID=[0-9a-f-]{36}\.AgentGateway0$"), answer.SetGuid);
        Assert.Equal("1001", (string?)answer.Result!["workno"]);
        Assert.Equal("false", (string?)answer.Result["isForceChange"]);
        Assert.Equal('T', ((string?)answer.Result["mediatype"])![0]);
        Assert.True(long.TryParse((string?)answer.Result["loginTime"], out _));
    }

    [Theory]
    [InlineData("4", new[] { "AgentOther_InService", "AgentState_Ready" })]
    [InlineData("3", new[] { "AgentOther_InService", "AgentState_Ready", "AgentState_SetNotReady_Success" })]
    [InlineData("\"5\"", new[] { "AgentOther_InService", "AgentState_Ready", "AgentState_Work" })]
    public async Task Sign_in_raises_the_events_of_its_status(string status, string[] expected)
    {
        await using var gateway = await Gateway.StartAsync();
        var answer = await gateway.TrySignInAsync(1001, more: $",\"status\":{status}");

        var events = await new Person(gateway, 1001, answer.Guid!).EventsAsync();

        Assert.Equal(expected, events);
    }

    [Theory]
    [InlineData("""{"phonenum":"881001"}""", "100-001")]
    [InlineData("not json", "100-001")]
    [InlineData("""{"password":"a","password":"Inspect-2025","phonenum":"881001"}""", "100-001")]
    [InlineData("""{"password":"Inspect-2025","phonenum":"12a"}""", "100-014")]
    [InlineData("""{"password":"Inspect-2025","phonenum":"881001","agenttype":9}""", "100-012")]
    [InlineData("""{"password":"Inspect-2025","phonenum":"881001","ip":"::1"}""", "100-016")]
    [InlineData("""{"password":"Inspect-2025","phonenum":"881001","status":7}""", "100-011")]
    [InlineData("""{"password":"no","phonenum":"881001"}""", "100-004")]
    public async Task Sign_in_is_refused_with_the_code_of_what_is_wrong(string body, string code)
    {
        await using var gateway = await Gateway.StartAsync();

        var answer = await gateway.SendAsync("PUT", "onlineagent/1001", body: body);

        Assert.Equal(code, answer.RetCode);
        Assert.Null(answer.SetGuid);
    }

    [Fact]
    public async Task Nobody_is_found_under_an_unknown_agent_id()
    {
        await using var gateway = await Gateway.StartAsync();

        Assert.Equal("100-004", (await gateway.TrySignInAsync(5555)).RetCode);
    }

    [Fact]
    public async Task A_second_sign_in_is_refused_and_a_forced_one_takes_over()
    {
        await using var gateway = await Gateway.StartAsync();
        var first = await gateway.SignInAsync(1001);

        Assert.Equal("100-002", (await gateway.TrySignInAsync(1001)).RetCode);
        var second = await gateway.TrySignInAsync(1001, forced: true);

        Assert.Equal("0", second.RetCode);
        Assert.Equal("000-003", (await first.GetAsync("onlineagent/{0}/agentstatus")).RetCode);
    }

    [Fact]
    public async Task An_agent_at_the_desk_is_signed_in_already()
    {
        await using var gateway = await Gateway.StartAsync();

        Assert.Equal("100-002", (await gateway.TrySignInAsync(2001, "Agent-2025")).RetCode);
    }

    [Fact]
    public async Task Wrong_passwords_lock_the_account_for_a_while()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(options => options.LockAfterFailures = 3, time);

        Assert.Equal("100-004", (await gateway.TrySignInAsync(1001, "wrong")).RetCode);
        Assert.Equal("100-004", (await gateway.TrySignInAsync(1001, "wrong")).RetCode);
        Assert.Equal("110-016", (await gateway.TrySignInAsync(1001, "wrong")).RetCode);
        Assert.Equal("110-016", (await gateway.TrySignInAsync(1001)).RetCode);
        time.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal("0", (await gateway.TrySignInAsync(1001)).RetCode);
    }

    [Fact]
    public async Task A_sign_in_tells_how_it_stands_with_the_password()
    {
        await using var gateway = await Gateway.StartAsync();
        var usual = (await gateway.TrySignInAsync(1001)).Result;
        Assert.Equal(("false", ""), (usual!["isForceChange"]!.GetValue<string>(), usual!["timeRemaining"]!.GetValue<string>()));

        Assert.True(gateway.Host.ContactCentre.SetPasswordState(1001, new PasswordState(MustChange: true, DaysRemaining: 5)));
        var soon = (await gateway.TrySignInAsync(1001, forced: true)).Result;
        Assert.Equal(("true", "5"), (soon!["isForceChange"]!.GetValue<string>(), soon!["timeRemaining"]!.GetValue<string>()));

        Assert.True(gateway.Host.ContactCentre.SetPasswordState(1001, new PasswordState(IsExpired: true)));
        Assert.Equal("100-020", (await gateway.TrySignInAsync(1001, forced: true)).RetCode);
        Assert.Equal("100-004", (await gateway.TrySignInAsync(1001, "wrong", forced: true)).RetCode);
    }

    [Fact]
    public async Task An_overlapping_sign_in_is_refused()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(time: time);
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.Delay, Operation = "login" });

        var slow = gateway.TrySignInAsync(1001);
        await gateway.Host.RequestLog.WaitForAsync(record => record.Operation == "login", Gateway.Limit, TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(() => gateway.Host.Faults.Waiting.Count == 0);
        var overlapping = await gateway.TrySignInAsync(1001);
        time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("100-021", overlapping.RetCode);
        Assert.Equal("0", (await slow.WaitAsync(Gateway.Limit, TestContext.Current.CancellationToken)).RetCode);
    }

    [Fact]
    public async Task Sign_out_is_refused_while_talking_and_forced_sign_out_ends_the_call()
    {
        await using var gateway = await Gateway.StartAsync();
        var agent = await gateway.SignInAsync(2001);
        gateway.Centre.StartCall(2001, Gateway.Customer);

        Assert.Equal("100-010", (await agent.DeleteAsync("onlineagent/{0}/logout")).RetCode);
        Assert.Equal("0", (await agent.DeleteAsync("onlineagent/{0}/forcelogout")).RetCode);

        Assert.Empty(gateway.Centre.Calls);
        Assert.Equal(AgentState.SignedOut, gateway.Centre.FindAgent(2001)!.State);
        Assert.Equal("100-006", (await agent.PollAsync()).RetCode);
    }

    [Fact]
    public async Task Silence_for_two_minutes_signs_out()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(time: time);
        var inspector = await gateway.SignInAsync(1001);

        time.Advance(TimeSpan.FromSeconds(100));
        var stillIn = await inspector.PollAsync();
        time.Advance(TimeSpan.FromSeconds(121));

        Assert.Equal("0", stillIn.RetCode);
        Assert.Equal("100-006", (await inspector.PollAsync()).RetCode);
    }

    [Fact]
    public async Task Nodes_give_out_guids_in_turn_and_the_cookie_leads_back_to_them()
    {
        await using var gateway = await Gateway.StartAsync(options =>
        {
            options.NodeNames.Add("AgentGateway0");
            options.NodeNames.Add("AgentGateway1");
            options.LoadBalancerCookie = true;
            options.RequireLoadBalancerCookie = true;
        });
        await gateway.TrySignInAsync(1001);
        var second = await gateway.TrySignInAsync(1002);
        var cookie = second.SetCookie!.Split(';')[0];

        var without = await gateway.SendAsync("GET", "agentevent/1002", second.Guid);
        var with = await gateway.SendAsync("GET", "agentevent/1002", second.Guid, cookie: cookie);

        Assert.EndsWith(".AgentGateway1", second.Guid, StringComparison.Ordinal);
        Assert.Equal("100-006", without.RetCode);
        Assert.Equal("0", with.RetCode);
        Assert.Contains(gateway.Host.RequestLog.Snapshot("getAgentEvent"), record => record.Violations.Contains("no load balancer cookie"));
    }
}

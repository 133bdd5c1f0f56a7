using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;

namespace SupervisorBot.GatewaySimulator.Tests;

public sealed class NodeTests
{
    [Fact]
    public async Task Two_nodes_share_one_contact_centre_and_name_themselves_in_the_guids()
    {
        await using var gateway = await TwoNodesAsync();
        using var second = gateway.ClientOf(gateway.Host.Nodes[1]);
        var onFirst = await gateway.SignInAsync(1001);
        var onSecond = await gateway.TrySignInAsync(1002, through: second);

        Assert.EndsWith(".AgentGateway0", onFirst.Guid, StringComparison.Ordinal);
        Assert.EndsWith(".AgentGateway1", onSecond.Guid, StringComparison.Ordinal);
        Assert.Equal("AgentGateway1", (string?)onSecond.Result!["serverName"]);
        Assert.Equal("0", (await gateway.SendAsync("GET", "onlineagent/1001/agentstatus", onFirst.Guid, through: second)).RetCode);
        Assert.Equal("AgentGateway1", gateway.Host.RequestLog.Snapshot("agentStatus").Single().Node);
    }

    [Fact]
    public async Task A_dead_node_cuts_its_polls_refuses_connections_and_comes_back_under_its_address()
    {
        await using var gateway = await TwoNodesAsync();
        using var second = gateway.ClientOf(gateway.Host.Nodes[1]);
        var inspector = await gateway.SignInAsync(1001);
        gateway.Host.Options.PollWait = TimeSpan.FromMinutes(5);
        var poll = inspector.PollAsync();
        await Eventually.HoldsAsync(() => gateway.Centre.FindAgent(1001)!.IsPolled);
        var address = gateway.Host.Nodes[0].BaseAddress;

        await gateway.Host.Nodes[0].DieAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => poll.WaitAsync(Gateway.Limit, TestContext.Current.CancellationToken));
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => inspector.GetAsync("onlineagent/{0}/agentstatus"));
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(refused.InnerException).SocketErrorCode);
        Assert.False(gateway.Host.Nodes[0].IsUp);
        gateway.Host.Options.PollWait = TimeSpan.Zero;
        Assert.Equal("0", (await gateway.SendAsync("GET", "agentevent/1001", inspector.Guid, through: second)).RetCode);
        await gateway.Host.Nodes[0].ReviveAsync(TestContext.Current.CancellationToken);

        Assert.Equal(address, gateway.Host.Nodes[0].BaseAddress);
        Assert.Equal("0", (await inspector.PollAsync()).RetCode);
        Assert.Equal(1, gateway.Host.Polls.Find(1001)!.MostAtOnce);
    }

    [Fact]
    public async Task The_other_node_takes_its_time_to_recover_a_dead_ones_sign_ins_and_renews_their_guids_under_its_own_name()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await TwoNodesAsync(time, options => options.SwitchOverTime = TimeSpan.FromSeconds(5));
        using var second = gateway.ClientOf(gateway.Host.Nodes[1]);
        var orphan = await gateway.SignInAsync(1001);
        var other = (await gateway.TrySignInAsync(1002, through: second)).Guid;

        await gateway.Host.Nodes[0].DieAsync();
        Assert.Equal("105-002", (await gateway.SendAsync("GET", "agentevent/1001", orphan.Guid, through: second)).RetCode);
        Assert.Equal("0", (await gateway.SendAsync("GET", "agentevent/1002", other, through: second)).RetCode);
        time.Advance(TimeSpan.FromSeconds(60));
        var recovered = await gateway.SendAsync("GET", "agentevent/1001", orphan.Guid, through: second);
        time.Advance(TimeSpan.FromSeconds(60));
        var renewed = await gateway.SendAsync("GET", "agentevent/1001", recovered.Guid, through: second);

        Assert.Equal("0", recovered.RetCode);
        Assert.EndsWith(".AgentGateway1", renewed.Guid, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_can_be_cut_without_a_death()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);
        gateway.Host.Options.PollWait = TimeSpan.FromMinutes(5);
        var poll = inspector.PollAsync();
        await Eventually.HoldsAsync(() => gateway.Centre.FindAgent(1001)!.IsPolled);

        gateway.Host.Nodes[0].CutConnections();

        await Assert.ThrowsAsync<HttpRequestException>(() => poll.WaitAsync(Gateway.Limit, TestContext.Current.CancellationToken));
        Assert.Equal("0", (await inspector.GetAsync("onlineagent/{0}/agentstatus")).RetCode);
    }

    [Fact]
    public async Task A_switch_over_answers_its_code_for_its_time_to_all_or_to_one_agent()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(time: time);
        var first = await gateway.SignInAsync(1001);
        var second = await gateway.SignInAsync(1002);

        gateway.Host.SwitchOver.Begin("105-001", TimeSpan.FromSeconds(10), agentId: 1001);
        Assert.Equal("105-001", (await first.PollAsync()).RetCode);
        Assert.Equal("0", (await second.PollAsync()).RetCode);
        gateway.Host.SwitchOver.Begin("105-004", Timeout.InfiniteTimeSpan);
        Assert.Equal("105-004", (await second.PutAsync("qualitycontrol/{0}/addsupervise/2001")).RetCode);
        Assert.Equal("105-004", (await gateway.TrySignInAsync(1003)).RetCode);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("105-004", (await first.PollAsync()).RetCode);
        gateway.Host.SwitchOver.End();

        Assert.Equal("0", (await first.PollAsync()).RetCode);
    }

    [Fact]
    public async Task A_switch_over_ends_open_polls_and_does_not_stop_the_clock_of_silence()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(time: time);
        var inspector = await gateway.SignInAsync(1001);
        gateway.Host.Options.PollWait = TimeSpan.FromMinutes(5);
        var poll = inspector.PollAsync();
        await Eventually.HoldsAsync(() => gateway.Centre.FindAgent(1001)!.IsPolled);

        gateway.Host.SwitchOver.Begin("105-003", Timeout.InfiniteTimeSpan);
        Assert.Equal("105-003", (await poll.WaitAsync(Gateway.Limit, TestContext.Current.CancellationToken)).RetCode);
        time.Advance(TimeSpan.FromSeconds(100));
        Assert.Equal("105-003", (await inspector.PollAsync()).RetCode);
        time.Advance(TimeSpan.FromSeconds(20));

        await Eventually.HoldsAsync(() => !gateway.Centre.FindAgent(1001)!.SignedInOverHttp);
    }

    private static Task<Gateway> TwoNodesAsync(TimeProvider? time = null, Action<SimulatorOptions>? configure = null) => Gateway.StartAsync(
        options =>
        {
            options.SecondPort = 0;
            configure?.Invoke(options);
        },
        time);
}

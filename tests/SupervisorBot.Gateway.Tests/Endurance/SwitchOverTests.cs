using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Gateway.Tests.Wire;

namespace SupervisorBot.Gateway.Tests.Endurance;

public sealed class SwitchOverTests
{
    [Theory]
    [InlineData("105-002")]
    [InlineData("105-003")]
    [InlineData("105-004")]
    public async Task A_read_is_asked_again_until_the_gateway_has_recovered(string code)
    {
        var answers = new Queue<Answer>([Answer.Code(code), Answer.Result("""["1-1"]""")]);
        await using var gateway = await ScriptedGateway.StartAsync(_ => answers.Dequeue());
        await using var client = new GatewayClient(gateway.BaseAddress);

        Assert.Equal(["1-1"], (await client.OpenSignedIn().GetCallIdsAsync(301)).Value);
        Assert.Equal(2, gateway.Requests.Count);
    }

    [Fact]
    public async Task A_gateway_that_does_not_recover_within_the_limit_is_quoted()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Code("105-002"));
        await using var client = new GatewayClient(gateway.BaseAddress, null, ("RequestTimeout", "00:00:01"));

        var failure = (await client.OpenSignedIn().GetCallIdsAsync(301)).Failure;

        Assert.Equal(new Refused(new ResultCode(ResultCodes.Recovering)), failure);
        Assert.Equal(SessionVerdict.SwitchingOver, failure!.Session);
        Assert.Equal(2, gateway.Requests.Count);
    }

    [Theory]
    [InlineData("105-001", "2")]
    [InlineData("105-002", "0")]
    [InlineData("000-004", "2")]
    public async Task A_read_is_not_asked_again_where_that_would_not_help_or_is_not_wanted(string code, string retries)
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Code(code));
        await using var client = new GatewayClient(gateway.BaseAddress, null, ("ReadRetries", retries));

        Assert.Equal(new Refused(new ResultCode(code)), (await client.OpenSignedIn().GetCallIdsAsync(301)).Failure);
        Assert.Single(gateway.Requests);
    }

    [Theory]
    [MemberData(nameof(Operations.ActNames), MemberType = typeof(Operations))]
    public async Task An_act_or_a_poll_refused_by_a_gateway_that_recovers_is_not_sent_again(string name)
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Code("105-002"));
        await using var client = new GatewayClient(gateway.BaseAddress, null, ("ResetSkills:0", "all"));

        Assert.Equal(SessionVerdict.SwitchingOver, (await Operations.Acts[name].Run(client.OpenSignedIn()))!.Session);
        Assert.Single(gateway.Requests);
    }

    [Fact]
    public async Task A_roster_is_not_sought_elsewhere_while_the_gateway_recovers()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Code("105-001"));
        await using var client = new GatewayClient(gateway.BaseAddress);

        Assert.Equal(new Refused(new ResultCode(ResultCodes.AgentNotCached)), (await client.OpenSignedIn().GetRosterAsync([301])).Failure);
        Assert.Single(gateway.Requests);
    }
}

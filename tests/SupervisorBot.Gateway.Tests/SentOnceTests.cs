using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Tests.Wire;

namespace SupervisorBot.Gateway.Tests;

public sealed class SentOnceTests
{
    [Theory]
    [MemberData(nameof(Operations.ActNames), MemberType = typeof(Operations))]
    public async Task An_act_whose_warm_connection_is_closed_unanswered_is_not_sent_again(string name)
    {
        await using var server = new ClosingServer();
        await using var client = new GatewayClient(server.BaseAddress, null, ("ResetSkills:0", "all"));
        var session = client.OpenSignedIn();
        Assert.True((await session.GetOwnCallIdsAsync()).IsSuccess);
        Assert.Equal(1, server.Connections);

        var failure = await Operations.Acts[name].Run(session);

        Assert.Equal(new Unknown(GatewayFault.Dropped), failure);
        Assert.Equal([Operations.Acts[name].Line], server.Unanswered);
        Assert.Equal(1, server.Connections);

        // The server is alive and would have seen a repetition: it still answers a read.
        Assert.True((await session.GetOwnCallIdsAsync()).IsSuccess);
        Assert.Single(server.Unanswered);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task An_act_answered_with_5xx_is_not_sent_again_and_its_outcome_is_unknown(int status)
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok with { Status = status });
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.OpenSignedIn();

        foreach (var (name, act) in Operations.Acts.Where(act => act.Key != "reset skills"))
        {
            var before = gateway.Requests.Count;
            Assert.Equal(new Unknown(GatewayFault.ServerError), await act.Run(session));
            Assert.True(gateway.Requests.Count == before + 1, name);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_held_up_for_too_long_does_not_leave(bool isConnected)
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok);
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.OpenSignedIn();
        if (isConnected)
        {
            Assert.True((await session.GetOwnCallIdsAsync()).Failure is not Unreachable);
        }

        var result = await session.InterceptAsync(301, "1-1", mayLeave: () => false);

        Assert.Equal(new Unreachable(GatewayFault.TimeoutBeforeSending), result.Failure);
        Assert.DoesNotContain(gateway.Requests, request => request.Target.Contains("intercept", StringComparison.Ordinal));
        Assert.Null((await session.InterceptAsync(301, "1-1", mayLeave: () => true)).Failure);
        Assert.Single(gateway.Requests, request => request.Target.Contains("intercept", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_intercept_refused_for_its_Guid_is_not_sent_again()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Code("100-006").With("Set-GUID", "JSESSIONID=new.AgentGateway0"));
        await using var client = new GatewayClient(gateway.BaseAddress);

        var result = await client.OpenSignedIn().InterceptAsync(301, "1-1");

        Assert.Equal(new Refused(new ResultCode(ResultCodes.NotSignedIn)), result.Failure);
        Assert.Single(gateway.Requests);
    }

    [Fact]
    public async Task A_read_is_repeated_within_its_limit()
    {
        var answers = new Queue<Answer>([Answer.Ok with { Status = 503 }, Answer.Ok with { Drop = true }, Answer.Result("""["1-1"]""")]);
        await using var gateway = await ScriptedGateway.StartAsync(_ => answers.Dequeue());
        await using var client = new GatewayClient(gateway.BaseAddress);

        var result = await client.OpenSignedIn().GetCallIdsAsync(301);

        Assert.Equal(["1-1"], result.Value);
        Assert.Equal(3, gateway.Requests.Count);
        Assert.All(gateway.Requests, request => Assert.Equal("first.AgentGateway0", request.Header("Guid")));
    }

    [Fact]
    public async Task A_read_is_not_repeated_where_the_option_says_so()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok with { Status = 503 });
        await using var client = new GatewayClient(gateway.BaseAddress, null, ("ReadRetries", "0"));

        var result = await client.OpenSignedIn().GetCallIdsAsync(301);

        Assert.Equal(new Unknown(GatewayFault.ServerError), result.Failure);
        Assert.Single(gateway.Requests);
    }
}

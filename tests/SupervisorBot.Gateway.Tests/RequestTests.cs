using System.Text.Json;
using SupervisorBot.Gateway.Calls;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Gateway.Tests.Wire;

namespace SupervisorBot.Gateway.Tests;

public sealed class RequestTests
{
    [Theory]
    [MemberData(nameof(Operations.AllNames), MemberType = typeof(Operations))]
    public async Task Every_operation_makes_its_documented_request_once(string name)
    {
        await using var gateway = await ScriptedGateway.StartAsync(request => Answer.Ok.With("Set-GUID", "JSESSIONID=next.AgentGateway0"));
        await using var client = new GatewayClient(gateway.BaseAddress, null, ("ResetSkills:0", "all"));
        var operation = Operations.Named(name);

        await operation.Run(client.OpenSignedIn());

        var request = Assert.Single(gateway.Requests);
        Assert.Equal(operation.Line, request.Line);
        Assert.Equal("HTTP/1.1", request.Protocol);
        Assert.Equal("application/json; charset=UTF-8", request.Header("Content-Type"));
        Assert.Equal(request.Body.Length.ToString(), request.Header("Content-Length"));
        Assert.Equal(name.EndsWith("sign in", StringComparison.Ordinal) ? null : "first.AgentGateway0", request.Header("Guid"));
    }

    [Theory]
    [InlineData("1477393325-164", "1477393325-164")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("50%", "50%25")]
    [InlineData("%2F", "%252F")]
    [InlineData("with space", "with%20space")]
    [InlineData("a+b?c#d&e=f", "a%2Bb%3Fc%23d%26e%3Df")]
    [InlineData("通话", "%E9%80%9A%E8%AF%9D")]
    public async Task A_call_id_is_percent_encoded_exactly_once(string callId, string segment)
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok);
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.OpenSignedIn();

        Assert.True((await session.InterceptAsync(301, callId)).IsSuccess);
        Assert.True((await session.DropCallAsync(callId)).IsSuccess);
        Assert.True((await session.GetHoldAsync(callId)).IsSuccess);
        Assert.True((await session.GetCallInfoAsync(callId)).IsSuccess);

        Assert.Equal(
            [
                $"PUT qualitycontrol/200/intercept/301/{segment}",
                $"POST voicecall/200/dropcall/{segment}",
                $"POST voicecall/200/gethold?callid={segment}",
                $"GET calldata/200/callinfobycallid/{segment}",
            ],
            gateway.Lines());
    }

    [Theory]
    [InlineData("/agentgateway/resource", "/agentgateway/resource/onlineagent/200/agentstatus")]
    [InlineData("/agentgateway/resource/", "/agentgateway/resource/onlineagent/200/agentstatus")]
    [InlineData("/cluster1/agentgateway/resource/", "/cluster1/agentgateway/resource/onlineagent/200/agentstatus")]
    public async Task Every_form_of_base_address_keeps_its_path(string path, string target)
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Result("""{"agentState":4,"isWorking":false}"""));
        await using var client = new GatewayClient(new Uri(gateway.BaseAddress, path));

        Assert.True((await client.OpenSignedIn().GetAgentStatusAsync()).IsSuccess);

        Assert.Equal(target, Assert.Single(gateway.Requests).Target);
    }

    [Fact]
    public async Task A_sign_in_sends_every_documented_default()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok.With("Set-GUID", "JSESSIONID=a.AgentGateway0"));
        await using var client = new GatewayClient(gateway.BaseAddress);

        await client.Open().ForceSignInAsync(new SignInRequest("secret-password", "40038"));

        var request = Assert.Single(gateway.Requests);
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal(
            """{"password":"secret-password","phonenum":"40038","autoanswer":true,"autoenteridle":true,"releasephone":true,"agenttype":4,"status":4,"listenStatus":false}""",
            body.RootElement.GetRawText());
    }

    [Theory]
    [InlineData(TransferDestination.SkillQueue, TransferMode.Successful, 1, 2)]
    [InlineData(TransferDestination.Agent, TransferMode.Blind, 2, 0)]
    [InlineData(TransferDestination.Ivr, TransferMode.Suspended, 3, 1)]
    [InlineData(TransferDestination.AccessCode, TransferMode.Blind, 4, 0)]
    [InlineData(TransferDestination.OutsideNumber, TransferMode.Blind, 5, 1)]
    [InlineData(TransferDestination.OutsideNumber, TransferMode.ThreeParty, 5, 4)]
    public async Task A_transfer_mode_has_the_number_that_its_destination_gives_it(TransferDestination destination, TransferMode mode, int device, int number)
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok);
        await using var client = new GatewayClient(gateway.BaseAddress);

        Assert.True((await client.OpenSignedIn().TransferAsync(new TransferRequest(destination, "302", mode))).IsSuccess);

        using var body = JsonDocument.Parse(Assert.Single(gateway.Requests).Body);
        Assert.Equal(device, body.RootElement.GetProperty("devicetype").GetInt32());
        Assert.Equal(number, body.RootElement.GetProperty("mode").GetInt32());
        Assert.Equal("302", body.RootElement.GetProperty("address").GetString());
        Assert.True(body.RootElement.GetProperty("holdflag").GetBoolean());
    }

    [Fact]
    public async Task Listed_skills_are_sent_and_none_sends_nothing()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok);
        await using var none = new GatewayClient(gateway.BaseAddress);
        await using var two = new GatewayClient(gateway.BaseAddress, null, ("ResetSkills:0", "12"), ("ResetSkills:1", "13"));

        Assert.True((await none.OpenSignedIn().ResetSkillsAsync()).IsSuccess);
        Assert.Empty(gateway.Requests);

        Assert.True((await two.OpenSignedIn().ResetSkillsAsync()).IsSuccess);
        Assert.Equal(["POST onlineagent/200/resetskill/false?skillid=12%3B13&phonelinkage=0"], gateway.Lines());
    }

    [Fact]
    public async Task Wrong_arguments_are_refused_before_any_request()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok);
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.OpenSignedIn();

        foreach (var number in new[] { -1, 0, 100, 1_000_000 })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => client.Connector.Open(number));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => session.ListenAsync(number));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => session.InterceptAsync(number));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => session.InterceptAsync(number, "1-1"));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => session.StopMonitoringAsync(number));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => session.GetCallIdsAsync(number));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => session.GetRosterAsync([301, number]));
        }

        foreach (var callId in new[] { null, "", "  ", ".", "..", "a\0", "a\r\nb" })
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => session.InterceptAsync(301, callId!));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => session.DropCallAsync(callId!));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => session.GetHoldAsync(callId!));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => session.GetCallInfoAsync(callId!));
        }

        await Assert.ThrowsAsync<ArgumentException>(() => session.SignInAsync(new SignInRequest(new string('x', 33), "40038")));
        await Assert.ThrowsAsync<ArgumentException>(() => session.SignInAsync(new SignInRequest("", "")));
        await Assert.ThrowsAsync<ArgumentException>(() => session.TransferAsync(new TransferRequest(TransferDestination.Agent, "302", TransferMode.Suspended)));
        await Assert.ThrowsAsync<ArgumentException>(() => session.TransferAsync(new TransferRequest(TransferDestination.Agent, "302#", TransferMode.Blind)));
        Assert.Empty(gateway.Requests);
    }

    [Theory]
    [InlineData(101)]
    [InlineData(999_999)]
    public async Task The_ends_of_the_range_are_inside(int number)
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok);
        await using var client = new GatewayClient(gateway.BaseAddress);

        Assert.True((await client.OpenSignedIn(agentId: number).InterceptAsync(number, "1-1")).IsSuccess);
        Assert.Equal([$"PUT qualitycontrol/{number}/intercept/{number}/1-1"], gateway.Lines());
    }
}

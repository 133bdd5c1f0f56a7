using System.Net;

namespace SupervisorBot.GatewaySimulator.Tests;

/// <summary>Header, range and self come first, whatever the operation; then the sign-in.</summary>
public sealed class RefusalTests
{
    public static TheoryData<string, string> TargetedOperations => new()
    {
        { "PUT", "qualitycontrol/{0}/addsupervise/{1}" },
        { "PUT", "qualitycontrol/{0}/addinsert/{1}" },
        { "POST", "qualitycontrol/{0}/requestwhisperagent?whisperagentid={1}" },
        { "POST", "qualitycontrol/{0}/requeststopwhisperagent?whisperagentid={1}" },
        { "POST", "qualitycontrol/{0}/switch/{1}" },
        { "POST", "qualitycontrol/{0}/requestswitchinsertwhisperagent?whisperagentid={1}&switchtype=0" },
        { "PUT", "qualitycontrol/{0}/intercept/{1}" },
        { "PUT", "qualitycontrol/{0}/intercept/{1}/1477393325-164" },
        { "DELETE", "qualitycontrol/{0}/{1}" },
        { "POST", "qualitycontrol/{0}/forcebusy/{1}" },
        { "POST", "qualitycontrol/{0}/forceidle/{1}" },
        { "POST", "qualitycontrol/{0}/forcelogout/{1}" },
        { "POST", "qualitycontrol/{0}/forcerest/{1}/60/1" },
    };

    public static TheoryData<string, string> UntargetedOperations => new()
    {
        { "GET", "agentevent/{0}" },
        { "GET", "onlineagent/{0}/agentstatus" },
        { "PUT", "onlineagent/{0}/updateGuid" },
        { "POST", "onlineagent/{0}/resetskill/true" },
        { "DELETE", "onlineagent/{0}/logout" },
        { "GET", "agentgroup/{0}/iscensor" },
        { "GET", "agentgroup/{0}/allagentstatus" },
        { "GET", "agentgroup/{0}/agentbyworkno/2001" },
        { "GET", "calldata/{0}/allcallinfoEx/2001" },
        { "GET", "calldata/{0}/callinfobycallid/1-1" },
        { "DELETE", "voicecall/{0}/release" },
        { "POST", "voicecall/{0}/hold" },
        { "POST", "qualitycontrol/{0}/forcedropcall/1-1" },
    };

    [Theory]
    [MemberData(nameof(TargetedOperations))]
    public async Task Targeted_operations_check_header_then_range_then_self_then_sign_in(string method, string template)
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);

        Task<GatewayAnswer> Try(string agentId, string workNo, string? guid) =>
            gateway.SendAsync(method, string.Format(null, template, agentId, workNo), guid);

        Assert.Equal("000-003", (await Try("1001", "100", null)).RetCode);
        Assert.Equal("000-003", (await Try("1001", "1001", "somebody-elses")).RetCode);
        foreach (var outOfRange in new[] { "100", "1000000", "0", "-5", "abc", "02001" })
        {
            Assert.Equal("000-002", (await Try("1001", outOfRange, inspector.Guid)).RetCode);
            Assert.Equal("000-002", (await Try(outOfRange, "2001", inspector.Guid)).RetCode);
        }

        Assert.Equal("000-005", (await Try("1001", "1001", inspector.Guid)).RetCode);
        Assert.Equal("000-005", (await Try("1002", "1002", inspector.Guid)).RetCode);
        Assert.Equal("100-006", (await Try("1002", "2001", inspector.Guid)).RetCode);
        Assert.Equal("100-006", (await Try("999999", "101", inspector.Guid)).RetCode);
    }

    [Theory]
    [MemberData(nameof(UntargetedOperations))]
    public async Task Other_operations_check_header_then_range_then_sign_in(string method, string template)
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);

        Task<GatewayAnswer> Try(string agentId, string? guid) => gateway.SendAsync(method, string.Format(null, template, agentId), guid);

        Assert.Equal("000-003", (await Try("1001", null)).RetCode);
        Assert.Equal("000-003", (await Try("1001", "somebody-elses")).RetCode);
        Assert.Equal("000-002", (await Try("100", inspector.Guid)).RetCode);
        Assert.Equal("000-002", (await Try("1000000", inspector.Guid)).RetCode);
        Assert.Equal("100-006", (await Try("1002", inspector.Guid)).RetCode);
    }

    [Fact]
    public async Task Business_refusals_are_http_200_in_the_envelope()
    {
        await using var gateway = await Gateway.StartAsync();

        var answer = await gateway.SendAsync("PUT", "qualitycontrol/1001/intercept/2001/1-1", "nothing");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("""{"message":"agent not login","retcode":"100-006","result":""}""", answer.Body);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Intercept_is_put_only(string method)
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await gateway.ListenAsync();

        foreach (var path in new[] { "qualitycontrol/1001/intercept/2001", $"qualitycontrol/1001/intercept/2001/{callId}" })
        {
            var answer = await gateway.SendAsync(method, path, inspector.Guid);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
            Assert.Equal(["PUT"], answer.Allow);
        }

        Assert.Equal(2001, gateway.Centre.Calls.Single().WorkNo);
    }

    [Fact]
    public async Task An_unknown_path_is_not_found()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);

        var answer = await inspector.GetAsync("nowhere/{0}");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("210-001", answer.RetCode);
    }

    [Fact]
    public async Task A_missing_content_type_is_a_violation_and_refused_only_by_option()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);

        Assert.Equal("0", (await gateway.SendAsync("GET", "onlineagent/1001/agentstatus", inspector.Guid, contentType: null)).RetCode);
        Assert.Equal(["no Content-Type header"], gateway.Host.RequestLog.Snapshot("agentStatus").Single().Violations);
        gateway.Host.Options.RequireContentType = true;
        Assert.Equal("000-006", (await gateway.SendAsync("GET", "onlineagent/1001/agentstatus", inspector.Guid, contentType: null)).RetCode);
        Assert.Equal("0", (await inspector.GetAsync("onlineagent/{0}/agentstatus")).RetCode);
    }
}

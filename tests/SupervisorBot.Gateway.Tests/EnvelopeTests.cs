using System.Text;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Http;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Tests.Wire;

namespace SupervisorBot.Gateway.Tests;

public sealed class EnvelopeTests
{
    [Theory]
    [InlineData("""{"message":"","retcode":"0","result":{}}""")]
    [InlineData("""{"message":"","retcode":"0"}""")]
    [InlineData("""{"message":"","retcode":"0","result":null}""")]
    [InlineData("""{"message":"success","retcode":"0","result":""}""")]
    [InlineData("""{"message":"","retcode":"0","result":[]}""")]
    [InlineData("""{"message":"","retcode":"0","result":true}""")]
    [InlineData("""{"message":"","retcode":0,"result":{}}""")]
    [InlineData("""{"retcode":"0","msg":"","result":null}""")]
    [InlineData("""{"RetCode":" 0 ","Message":"","extra":{"jsonKey":[1,2]},"result":{}}""")]
    [InlineData("""  {"message":null,"retcode":"0","result":{},}  """)]
    [InlineData("{\"message\":\"\",\"retcode\":\"0\"}\0\0\0")]
    [InlineData("{\"message\":\"\\u0000\",\"retcode\":\"0\\u0000\"}")]
    [InlineData("\uFEFF{\"message\":\"\",\"retcode\":\"0\"}")]
    [InlineData("""{"\ud800":1,"message":"","retcode":"0","\udc00x":2}""")]
    [InlineData("""{"\ud800":1,"RetCode":"0"}""")]
    public async Task An_operation_succeeds_however_its_success_is_written(string body)
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Json(body));
        await using var client = new GatewayClient(gateway.BaseAddress);

        Assert.True((await client.OpenSignedIn().InterceptAsync(301, "1-1")).IsSuccess);
    }

    [Theory]
    [InlineData("""{"message":"agent not login","result":"","retcode":"100-006"}""", "100-006")]
    [InlineData("""{"message":"no call can be droped","retcode":"200-025"}""", "200-025")]
    [InlineData("""{"retcode":"900-003","result":null}""", "900-003")]
    [InlineData("""{"retcode":"987-654","result":{"a":1}}""", "987-654")]
    [InlineData("""{"retcode":7}""", "7")]
    [InlineData("""{"message":"","retcode":"9\ud800"}""", "9\\ud800")]
    public async Task A_refusal_carries_its_code_through(string body, string code)
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Json(body));
        await using var client = new GatewayClient(gateway.BaseAddress);

        var result = await client.OpenSignedIn().InterceptAsync(301, "1-1");

        Assert.Equal(new Refused(new ResultCode(code)), result.Failure);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Welcome</body></html>")]
    [InlineData("""{"message":"","retcode":"0" """)]
    [InlineData("""{"message":"","retcode":""}""")]
    [InlineData("""{"message":"","retcode":null}""")]
    [InlineData("""{"message":""}""")]
    [InlineData("""["0"]""")]
    [InlineData("\"0\"")]
    [InlineData("null")]
    [InlineData("""{"\ud800":"0"}""")]
    public async Task An_unreadable_answer_leaves_the_outcome_unknown(string body)
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Json(body));
        await using var client = new GatewayClient(gateway.BaseAddress);

        Assert.Equal(new Unknown(GatewayFault.UnreadableAnswer), (await client.OpenSignedIn().InterceptAsync(301, "1-1")).Failure);
        Assert.Single(gateway.Requests);
    }

    [Theory]
    [InlineData("application/json; charset=GBK", "GBK")]
    [InlineData("application/json;charset=\"gb2312\"", "GBK")]
    [InlineData("text/html; charset=gb18030", "GBK")]
    [InlineData("application/json", "GBK")]
    [InlineData("application/json; charset=UTF-8", "GBK")]
    [InlineData("application/json; charset=UTF-8", "UTF-8")]
    [InlineData("application/json", "UTF-8")]
    [InlineData("application/json; charset=no-such-charset", "UTF-8")]
    [InlineData("application/json; charset=utf-7", "UTF-8")]
    [InlineData("application/json; charset=utf-16", "UTF-16")]
    public async Task A_name_is_read_in_whatever_charset_it_comes(string contentType, string encoding)
    {
        const string Body = """{"message":"成功","retcode":"0","result":[{"workno":"301","name":"王小明","status":"7","ctiStatus":"5"}]}""";
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(Body);
        await using var gateway = await ScriptedGateway.StartAsync(_ => new Answer(bytes) { ContentType = contentType });
        await using var client = new GatewayClient(gateway.BaseAddress);

        var roster = await client.OpenSignedIn().GetRosterAsync([]);

        Assert.Equal("王小明", Assert.Single(roster.Value.Agents).Name);
    }

    [Theory]
    [InlineData("""{"agentState":4,"isWorking":false}""", AgentState.Idle, false)]
    [InlineData("""{"agentState":"7","isWorking":"true"}""", AgentState.Talking, true)]
    [InlineData("""[{"agentState":7.0,"isWorking":1}]""", AgentState.Talking, true)]
    [InlineData("""{"AgentState":3}""", AgentState.Busy, false)]
    [InlineData("""{"agentState":99,"isWorking":null}""", AgentState.Unknown, false)]
    public async Task A_state_is_read_from_numbers_and_from_texts(string result, AgentState state, bool working)
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Result(result));
        await using var client = new GatewayClient(gateway.BaseAddress);

        Assert.Equal(new AgentStatus(state, working), (await client.OpenSignedIn().GetAgentStatusAsync()).Value);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\"FALSE\"", false)]
    [InlineData("1", true)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public async Task Being_an_inspector_is_read_or_not_known(string result, bool? inspector)
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Result(result));
        await using var client = new GatewayClient(gateway.BaseAddress);

        var answer = await client.OpenSignedIn().IsInspectorAsync();

        Assert.Equal(inspector, answer.IsSuccess ? answer.Value : null);
        Assert.Equal(inspector is null ? new Unknown(GatewayFault.UnreadableAnswer) : null, answer.Failure);
    }

    [Theory]
    [InlineData("""["1456297722-1253","1456297463-1249"]""", "1456297722-1253,1456297463-1249")]
    [InlineData("""[{"callid":"1-1"},{"callId":"1-2\u0000"},"1-1"]""", "1-1,1-2")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("\"\"", "")]
    [InlineData("{}", "")]
    public async Task Call_ids_are_read_from_any_list(string result, string ids)
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Result(result));
        await using var client = new GatewayClient(gateway.BaseAddress);

        Assert.Equal(ids.Split(',', StringSplitOptions.RemoveEmptyEntries), (await client.OpenSignedIn().GetCallIdsAsync(301)).Value);
    }

    [Theory]
    [InlineData("""{"callid":"1-1","caller":"13800001234","called":8001,"callfeature":0,"begintime":1477393325000,"callskill":"Billing"}""", "13800001234", 1477393325)]
    [InlineData("""{"callId":"1-1","caller":"A301","called":"13800001234","callfeature":"7","begintime":"1477393325"}""", "13800001234", 1477393325)]
    [InlineData("""{"caller":13800001234,"callfeature":""}""", "13800001234", 0)]
    public async Task Call_data_are_read_with_the_customers_number(string result, string customer, long answeredAt)
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Result(result));
        await using var client = new GatewayClient(gateway.BaseAddress);

        var info = (await client.OpenSignedIn().GetCallInfoAsync("1-1")).Value;

        Assert.Equal("1-1", info.CallId);
        Assert.Equal(customer, info.CustomerNumber);
        Assert.Equal(answeredAt == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(answeredAt), info.AnsweredAt);
        Assert.DoesNotContain(customer, info.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_end_is_not_read_without_end()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => new Answer(new byte[EnvelopeReader.LargestBody + 1]));
        await using var client = new GatewayClient(gateway.BaseAddress);

        Assert.IsType<Unknown>((await client.OpenSignedIn().HoldAsync()).Failure);
    }
}

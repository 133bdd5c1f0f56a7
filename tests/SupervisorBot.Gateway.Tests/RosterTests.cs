using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Tests.Wire;

namespace SupervisorBot.Gateway.Tests;

public sealed class RosterTests
{
    private const string List = """
        [{"workno":"302","name":"Ben","status":"4","ctiStatus":"1","groupName":"Billing"},
         {"workno":301,"name":"Ann","status":7,"ctiStatus":5,"groupid":"3","groupname":"Sales","currentstatetime":61},
         {"workno":"303","name":"Cyd","status":"2","ctiStatus":"0"},
         {"workno":"304","name":"","status":"7"},
         {"workno":"305","name":"Eve","status":"7","ctiStatus":"4"},
         {"name":"nobody"}, null, "306"]
        """;

    private static readonly Answer NotServed = Answer.Json("<html>404</html>") with { Status = 404 };

    [Fact]
    public async Task Agents_are_read_with_what_is_told_of_them_and_without_the_signed_out()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Result(List));
        await using var client = new GatewayClient(gateway.BaseAddress);

        var roster = (await client.OpenSignedIn().GetRosterAsync([])).Value;

        Assert.Equal(RosterSource.AllAgentStatus, roster.Source);
        Assert.Equal([301, 302, 304, 305, 306], roster.Agents.Select(agent => agent.WorkNo));
        Assert.Equal(
            new RosterAgent(301, "Ann", AgentState.Talking)
            {
                CtiStatus = CtiStatus.Talking,
                GroupId = 3,
                GroupName = "Sales",
                TimeInState = TimeSpan.FromSeconds(61),
            },
            roster.Agents[0]);
        Assert.Equal("304", roster.Agents[2].Name);
        Assert.Equal([301, 304], roster.Agents.Where(agent => agent.IsTalking).Select(agent => agent.WorkNo));
    }

    [Fact]
    public async Task The_source_that_answers_is_remembered_by_all_sessions_and_left_when_it_stops_working()
    {
        var onlineWorks = true;
        await using var gateway = await ScriptedGateway.StartAsync(request => request.Line switch
        {
            var line when line.EndsWith("onlineagentonvdn", StringComparison.Ordinal) => onlineWorks
                ? Answer.Result("""[{"workno":"301"},{"workno":"302","name":"Ben","status":"4"}]""")
                : NotServed,
            var line when line.EndsWith("agentbyworkno/301", StringComparison.Ordinal) => Answer.Result(
                """{"workno":"301","name":"Ann","status":"7","ctiStatus":"5"}"""),
            var line when line.Contains("agentbyworkno", StringComparison.Ordinal) => Answer.Code("300-002"),
            _ => NotServed,
        });
        await using var client = new GatewayClient(gateway.BaseAddress);

        var first = (await client.OpenSignedIn().GetRosterAsync([301, 399])).Value;
        var second = (await client.OpenSignedIn().GetRosterAsync([301, 399])).Value;
        onlineWorks = false;
        var third = (await client.OpenSignedIn().GetRosterAsync([301, 399])).Value;

        Assert.Equal([RosterSource.OnlineAgentOnVdn, RosterSource.OnlineAgentOnVdn, RosterSource.AgentByWorkNo], [first.Source, second.Source, third.Source]);
        Assert.Equal(["Ann", "Ben"], first.Agents.Select(agent => agent.Name));
        Assert.Equal(["Ann"], third.Agents.Select(agent => agent.Name));
        Assert.Equal(
            [
                "GET agentgroup/200/allagentstatus", "GET agentgroup/200/onlineagentonvdn", "GET agentgroup/200/agentbyworkno/301",
                "GET agentgroup/200/onlineagentonvdn", "GET agentgroup/200/agentbyworkno/301",
                "GET agentgroup/200/onlineagentonvdn", "GET agentgroup/200/allagentstatus",
            ],
            gateway.Lines().Take(7));
        Assert.Equal(
            ["GET agentgroup/200/agentbyworkno/301", "GET agentgroup/200/agentbyworkno/399"], gateway.Lines().Skip(7).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    public async Task An_answer_without_a_list_is_no_empty_roster(string result)
    {
        await using var gateway = await ScriptedGateway.StartAsync(request =>
            request.Line.EndsWith("allagentstatus", StringComparison.Ordinal) ? Answer.Result(result) : Answer.Result(List));
        await using var client = new GatewayClient(gateway.BaseAddress);

        Assert.Equal(RosterSource.OnlineAgentOnVdn, (await client.OpenSignedIn().GetRosterAsync([])).Value.Source);
    }

    [Fact]
    public async Task Not_being_signed_in_speaks_against_no_source()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Code("100-006"));
        await using var client = new GatewayClient(gateway.BaseAddress);

        Assert.Equal(new Refused(new ResultCode(ResultCodes.NotSignedIn)), (await client.OpenSignedIn().GetRosterAsync([301])).Failure);
        Assert.Equal(["GET agentgroup/200/allagentstatus"], gateway.Lines());
    }

    [Fact]
    public async Task Where_no_source_answers_the_first_refusal_is_told()
    {
        await using var gateway = await ScriptedGateway.StartAsync(request =>
            request.Line.EndsWith("allagentstatus", StringComparison.Ordinal) ? Answer.Code("300-001") : NotServed);
        await using var client = new GatewayClient(gateway.BaseAddress);

        Assert.Equal(new Refused(new ResultCode(ResultCodes.NoRightToQueryAgents)), (await client.OpenSignedIn().GetRosterAsync([301])).Failure);
    }
}

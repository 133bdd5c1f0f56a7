using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.Demo.Tests;

public sealed class VerdictTests
{
    private static readonly RequestRecord s_right = new()
    {
        Sequence = 1,
        ReceivedAt = DateTimeOffset.UnixEpoch,
        ReceivedTimestamp = 0,
        Node = "AgentGateway0",
        Method = "PUT",
        Path = "/intercept",
        Operation = "intercept",
        WorkNo = "2006",
        CallId = "17-1",
        RetCode = "0",
        Headers = [],
    };

    [Fact]
    public void One_accepted_intercept_of_the_chosen_call_is_right() =>
        Assert.Null(Verdict.Fault([s_right with { Operation = "addSupervise" }, s_right], 2006, "17-1"));

    [Fact]
    public void Everything_else_is_wrong()
    {
        RequestRecord[][] records =
        [
            [], [s_right, s_right], [s_right with { Method = "POST" }], [s_right with { WorkNo = "2007" }], [s_right with { CallId = null }],
            [s_right with { CallId = "17-2" }], [s_right with { RetCode = "900-003" }], [s_right with { RetCode = null }],
        ];

        Assert.All(records, record => Assert.NotNull(Verdict.Fault(record, 2006, "17-1")));
    }
}

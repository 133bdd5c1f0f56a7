using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;

namespace SupervisorBot.Gateway.Tests;

public sealed class SessionVerdictTests
{
    [Theory]
    [InlineData("100-006", SessionVerdict.Gone)]
    [InlineData("100-008", SessionVerdict.Gone)]
    [InlineData("000-003", SessionVerdict.Doubtful)]
    [InlineData("000-004", SessionVerdict.SwitchingOver)]
    [InlineData("105-001", SessionVerdict.SwitchingOver)]
    [InlineData("105-002", SessionVerdict.SwitchingOver)]
    [InlineData("105-003", SessionVerdict.SwitchingOver)]
    [InlineData("105-004", SessionVerdict.SwitchingOver)]
    [InlineData("105-999", SessionVerdict.SwitchingOver)]
    [InlineData("900-003", SessionVerdict.Alive)]
    [InlineData("100-007", SessionVerdict.Alive)]
    [InlineData("1050-1", SessionVerdict.Alive)]
    public void A_refusal_says_what_its_code_says(string code, SessionVerdict verdict)
    {
        Assert.Equal(verdict, new Refused(new ResultCode(code)).Session);
        Assert.Equal(verdict, GatewayResult.Failed<int>(new Refused(new ResultCode(code))).Session);
    }

    [Fact]
    public void A_fault_of_the_network_says_nothing_about_the_session()
    {
        foreach (var fault in Enum.GetValues<GatewayFault>())
        {
            Assert.Equal(SessionVerdict.Unheard, new Unreachable(fault).Session);
            Assert.Equal(SessionVerdict.Unheard, new Unknown(fault).Session);
        }
    }

    [Fact]
    public void A_success_says_that_the_session_is_alive() => Assert.Equal(SessionVerdict.Alive, GatewayResult.Done.Session);
}

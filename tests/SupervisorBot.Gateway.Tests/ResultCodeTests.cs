using System.Text.Json;
using SupervisorBot.Gateway.Results;

namespace SupervisorBot.Gateway.Tests;

public sealed class ResultCodeTests
{
    [Fact]
    public void A_result_is_taken_apart_by_its_failure()
    {
        static string Tell<T>(GatewayResult<T> result) => result.Failure switch
        {
            null => $"done {result.Value}",
            Refused(var code) => $"refused {code}",
            Unreachable(var fault) => $"unreachable {fault}",
            Unknown(var fault) => $"unknown {fault}",
            _ => "never",
        };

        Assert.Equal("done 7", Tell(GatewayResult.Success(7)));
        Assert.Equal("done 8", Tell(GatewayResult.Success(7).Map(value => value + 1)));
        Assert.Equal("refused 900-003", Tell(GatewayResult.Failed<int>(new Refused(new ResultCode("900-003")))));
        Assert.Equal("unreachable Connection", Tell(GatewayResult.Failed<int>(new Unreachable(GatewayFault.Connection)).Map(value => "x")));
        Assert.Equal("unknown Timeout", Tell(GatewayResult.Failed<string>(new Unknown(GatewayFault.Timeout))));
        Assert.False(GatewayResult.Failed<int>(new Unknown(GatewayFault.Timeout)).TryGet(out _, out var failure));
        Assert.Equal(new Unknown(GatewayFault.Timeout), failure);
        Assert.Throws<InvalidOperationException>(() => GatewayResult.Failed<int>(failure).Value);
    }

    [Fact]
    public void Every_failure_survives_JSON()
    {
        GatewayFailure[] failures = [new Refused(new ResultCode("900-003")), new Unreachable(GatewayFault.Connection), new Unknown(GatewayFault.Timeout)];

        Assert.Equal(failures, JsonSerializer.Deserialize<GatewayFailure[]>(JsonSerializer.Serialize(failures)));
    }

    [Fact]
    public void A_result_survives_JSON_with_and_without_a_value()
    {
        var success = GatewayResult.Success(7);
        var failure = GatewayResult.Failed<int>(new Unknown(GatewayFault.Timeout));

        Assert.Equal(success, JsonSerializer.Deserialize<GatewayResult<int>>(JsonSerializer.Serialize(success)));
        Assert.Equal(failure, JsonSerializer.Deserialize<GatewayResult<int>>(JsonSerializer.Serialize(failure)));
    }
}

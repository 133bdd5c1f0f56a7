using System.Text.Json;
using SupervisorBot.Gateway.Results;

namespace SupervisorBot.Gateway.Tests;

public sealed class ResultCodeTests
{
    [Fact]
    public void Every_known_code_has_a_meaning_and_a_next_step_in_plain_sentences()
    {
        Assert.True(ResultCatalogue.Codes.Count > 120);
        Assert.All(ResultCatalogue.Codes, code =>
        {
            var meaning = new ResultCode(code).Meaning;
            Assert.All([meaning.Meaning, meaning.NextStep], sentence =>
            {
                Assert.EndsWith(".", sentence, StringComparison.Ordinal);
                Assert.InRange(sentence.Length, 5, 140);
                Assert.DoesNotContain("exception", sentence, StringComparison.OrdinalIgnoreCase);
            });
        });
    }

    [Fact]
    public void Every_constant_is_in_the_catalogue()
    {
        var constants = typeof(ResultCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.NotEmpty(constants);
        Assert.All(constants, code => Assert.True(new ResultCode(code).IsKnown, code));
    }

    [Theory]
    [InlineData("000-002")]
    [InlineData("000-003")]
    [InlineData("000-005")]
    [InlineData("100-006")]
    [InlineData("200-017")]
    [InlineData("210-001")]
    [InlineData("300-002")]
    [InlineData("900-001")]
    [InlineData("900-002")]
    [InlineData("900-003")]
    [InlineData("900-004")]
    [InlineData("900-005")]
    public void The_codes_that_an_inspector_meets_are_known(string code) => Assert.True(new ResultCode(code).IsKnown);

    [Fact]
    public void An_unknown_code_is_carried_through()
    {
        var code = new ResultCode("987-654");

        Assert.False(code.IsKnown);
        Assert.Contains("987-654", code.Meaning.Meaning, StringComparison.Ordinal);
        Assert.NotEmpty(code.Meaning.NextStep);
        Assert.Equal("987-654", code.ToString());
    }

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

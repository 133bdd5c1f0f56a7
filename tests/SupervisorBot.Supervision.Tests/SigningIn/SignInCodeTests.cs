using System.Security.Cryptography;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision.Tests.SigningIn;

public sealed class SignInCodeTests : IDisposable
{
    private readonly RandomNumberGenerator _randomness = RandomNumberGenerator.Create();

    [Fact]
    public void Codes_use_every_symbol_evenly_and_none_that_can_be_taken_for_another()
    {
        var counts = Enumerable.Range(0, 20_000).SelectMany(_ => SignInCode.Make(_randomness)).CountBy(symbol => symbol).ToDictionary();
        Assert.Equal(28, counts.Count);
        Assert.DoesNotContain(counts.Keys, "01AEIOUL".Contains);
        var expected = 20_000.0 * SignInCode.Length / counts.Count;
        Assert.All(counts.Values, count => Assert.InRange(count, expected * 0.9, expected * 1.1));
    }

    [Theory]
    [InlineData("bcd234", "BCD234")]
    [InlineData(" B c-D 2\u00A03 4 ", "BCD234")]
    [InlineData("bcd23", null)]
    [InlineData("bcd2345", null)]
    [InlineData("bcd230", null)]
    [InlineData("/bcd23", null)]
    [InlineData("status", null)]
    [InlineData("agents", null)]
    [InlineData("switch", null)]
    [InlineData("listen", null)]
    [InlineData("insert", null)]
    [InlineData("hangup", null)]
    [InlineData("signin", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_code_is_read_whatever_its_case_and_spaces_and_no_command_is_one(string? typed, string? code)
    {
        Assert.Equal(code is not null, SignInCode.TryRead(typed, out var read));
        Assert.Equal(code, read);
    }

    [Fact]
    public void A_hash_knows_its_code_alone_and_is_another_each_time()
    {
        var (one, two) = (SignInCode.Hash("BCD234", _randomness), SignInCode.Hash("BCD234", _randomness));
        Assert.NotEqual(one, two);
        Assert.DoesNotContain("BCD234", one, StringComparison.Ordinal);
        Assert.True(SignInCode.IsCode("BCD234", one) && SignInCode.IsCode("BCD234", two));
        Assert.False(SignInCode.IsCode("BCD235", one));
    }

    [Fact]
    public void A_shown_code_is_read_back()
    {
        var code = SignInCode.Make(_randomness);
        Assert.True(SignInCode.TryRead(SignInCode.Show(code), out var read));
        Assert.Equal(code, read);
    }

    public void Dispose() => _randomness.Dispose();
}

using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Tests.Desk;

public sealed class MaskedNumberTests
{
    [Theory]
    [InlineData("+4915112345678", "••••••••••5678")]
    [InlineData("12345", "•2345")]
    [InlineData("1234", "••••")]
    [InlineData("7", "•")]
    [InlineData(" ", "")]
    [InlineData(null, "")]
    public void Only_the_last_four_digits_are_shown(string? number, string expected) => Assert.Equal(expected, MaskedNumber.Of(number).Text);

    [Theory]
    [InlineData("+4915112345678", 0, "••••••••••••••")]
    [InlineData("+4915112345678", 2, "••••••••••••78")]
    [InlineData("12345", 1, "••••5")]
    [InlineData("1234", 2, "••••")]
    [InlineData(null, 0, "")]
    public void Fewer_are_shown_where_that_is_set_and_what_is_masked_stays_so(string? number, int digits, string expected)
    {
        var masked = MaskedNumber.Of(number, digits);
        Assert.Equal(expected, masked.Text);
        Assert.Equal(expected, MaskedNumber.Of(masked.Text).Text);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void More_than_four_are_never_shown(int digits) => Assert.Throws<ArgumentOutOfRangeException>(() => MaskedNumber.Of("+4915112345678", digits));
}

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
}

using SupervisorBot.Chat.Templating.Expressions;

namespace SupervisorBot.Chat.Tests.Templating;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(1.50, "1.5")]
    [InlineData(-12.25, "-12.25")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(123456789012345680, "123456789012345680")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(1.5e21, "1.5e+21")]
    [InlineData(1e-6, "0.000001")]
    [InlineData(1.25e-5, "0.0000125")]
    [InlineData(1.5e-7, "1.5e-7")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Numbers_are_written_with_the_fewest_digits(double number, string expected) => Assert.Equal(expected, ValueText.Number(number));

    [Theory]
    [InlineData(1234567.891, 2, "1,234,567.89")]
    [InlineData(999, 0, "999")]
    [InlineData(1000, 0, "1,000")]
    [InlineData(-1234.5, 1, "\u22121,234.5")]
    [InlineData(-0.001, 2, "0.00")]
    [InlineData(1, 25, "1.00000000000000000000")]
    [InlineData(2e21, 2, "2e+21")]
    public void Formatted_numbers_are_grouped(double number, int decimals, string expected) => Assert.Equal(expected, NumberFormat.Grouped(number, decimals));

    [Theory]
    [InlineData(2.5, 0, 3)]
    [InlineData(-2.5, 0, -2)]
    [InlineData(0.49999999999999994, 0, 0)]
    [InlineData(1.2345, 2, 1.23)]
    public void Halves_are_rounded_upwards(double number, int digits, double expected) => Assert.Equal(expected, NumberFormat.Round(number, digits));
}

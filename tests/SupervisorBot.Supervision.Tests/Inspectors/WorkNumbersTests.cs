using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Supervision.Tests.Inspectors;

public sealed class WorkNumbersTests
{
    [Theory]
    [InlineData("2001", new[] { 2001 })]
    [InlineData("2003-2005, 2001,2004", new[] { 2001, 2003, 2004, 2005 })]
    [InlineData("101,999999", new[] { 101, 999_999 })]
    public void Numbers_and_ranges_are_read(string text, int[] expected)
    {
        Assert.True(WorkNumbers.TryParse(text, out var numbers));
        Assert.Equal(expected, numbers);
    }

    [Theory]
    [InlineData("")]
    [InlineData("100")]
    [InlineData("1000000")]
    [InlineData("2005-2001")]
    [InlineData("2001-")]
    [InlineData("101-999999")]
    [InlineData("-5")]
    public void Anything_else_is_refused(string text) => Assert.False(WorkNumbers.TryParse(text, out _));
}

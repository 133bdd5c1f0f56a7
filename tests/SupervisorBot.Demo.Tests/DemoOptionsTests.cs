namespace SupervisorBot.Demo.Tests;

public sealed class DemoOptionsTests
{
    [Fact]
    public void Ports_are_read_with_a_blank_or_an_equals_sign()
    {
        var options = DemoOptions.Parse(["--port", "4000", "--playground-port=4001"]);

        Assert.Equal(4000, options.Port);
        Assert.Equal(4001, options.PlaygroundPort);
    }

    [Fact]
    public void A_name_with_a_colon_is_a_setting()
    {
        var options = DemoOptions.Parse(["--Interception:ConfirmationLifetime=00:02:00", "--Simulator:Seed=7"]);

        Assert.Equal("00:02:00", options.Settings["Interception:ConfirmationLifetime"]);
        Assert.Equal("7", options.Settings["Simulator:Seed"]);
    }

    [Theory]
    [InlineData("--walk")]
    [InlineData("walkthrough")]
    [InlineData("--port")]
    [InlineData("--port=many")]
    [InlineData("--port=0")]
    [InlineData("--port=65536")]
    [InlineData("--Simulator:Seed")]
    public void What_is_not_understood_is_refused(string argument) => Assert.Throws<FormatException>(() => DemoOptions.Parse([argument]));

    [Fact]
    public async Task An_option_that_is_not_understood_is_named_and_nothing_is_started()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var exitCode = await DemoProgram.RunAsync(["--walk"], output, errors, isTerminal: false, TestContext.Current.CancellationToken);

        Assert.Equal(2, exitCode);
        Assert.Contains("--walk is not understood", errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    [Fact]
    public async Task Help_names_every_option()
    {
        using var output = new StringWriter();

        var exitCode = await DemoProgram.RunAsync(["--help"], output, output, isTerminal: false, TestContext.Current.CancellationToken);

        Assert.Equal(0, exitCode);
        Assert.All(
            ["--walkthrough", "--no-client", "--no-browser", "--port", "--playground-port", "--verbose", "--help"],
            option => Assert.Contains($"  {option} ", output.ToString(), StringComparison.Ordinal));
    }
}

using SupervisorBot.Gateway.Sessions;

namespace SupervisorBot.Gateway.Tests.Endurance;

public sealed class PollPauseTests
{
    private static readonly GatewayOptions Options = new();
    private static readonly TimeSpan Ceiling = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(true, 0, 200)]
    [InlineData(true, 1, 200)]
    [InlineData(false, 0, 200)]
    [InlineData(false, 0.5, 350)]
    [InlineData(false, 1, 500)]
    public void After_an_answer_it_is_what_the_gateways_documentation_asks(bool hadEvent, double random, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), PollPause.After(hadEvent, 0, TimeSpan.Zero, Ceiling, Options, random));

    [Theory]
    [InlineData(1, 400)]
    [InlineData(2, 800)]
    [InlineData(3, 1600)]
    [InlineData(4, 3200)]
    [InlineData(5, 5000)]
    [InlineData(1_000_000, 5000)]
    public void After_failures_it_doubles_up_to_the_ceiling_with_half_of_it_at_random(int failures, int milliseconds)
    {
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), PollPause.After(false, failures, TimeSpan.Zero, Ceiling, Options, 1));
        Assert.Equal(TimeSpan.FromMilliseconds(Math.Max(milliseconds / 2, 200)), PollPause.After(false, failures, TimeSpan.Zero, Ceiling, Options, 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void However_high_the_ceiling_the_two_minutes_are_never_paused_away(double random)
    {
        var high = TimeSpan.FromMinutes(10);
        var since = TimeSpan.Zero;
        var failures = 0;
        var inTheLastTwentySeconds = 0;
        while (true)
        {
            // A poll that fails slowly: the connection is not made within its limit.
            since += TimeSpan.FromSeconds(2);
            failures++;
            if (since >= PollPause.SignOutLimit)
            {
                break;
            }

            inTheLastTwentySeconds += since >= TimeSpan.FromSeconds(100) ? 1 : 0;
            var pause = PollPause.After(false, failures, since, high, Options, random);
            Assert.True(pause <= (PollPause.SignOutLimit - since) / 5 || pause == Options.PollPauseMinimum, $"{pause} at {since}");
            since += pause;
        }

        Assert.InRange(inTheLastTwentySeconds, 4, 10);
    }

    [Fact]
    public void When_the_two_minutes_are_over_the_gateway_is_not_pressed()
    {
        Assert.Equal(Ceiling, PollPause.After(false, 40, TimeSpan.FromMinutes(2), Ceiling, Options, 1));
        Assert.Equal(Ceiling, PollPause.After(false, 40, TimeSpan.FromHours(1), Ceiling, Options, 1));
    }

    [Fact]
    public void It_is_never_under_the_minimum() =>
        Assert.Equal(Options.PollPauseMinimum, PollPause.After(false, 9, PollPause.SignOutLimit - TimeSpan.FromTicks(1), Ceiling, Options, 0));
}

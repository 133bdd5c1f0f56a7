using Microsoft.Extensions.Time.Testing;
using SupervisorBot.BotFramework.Permits;

namespace SupervisorBot.BotFramework.Tests.Permits;

public sealed class SendScheduleTests
{
    private static readonly RateWindow[] s_teams =
    [
        new(7, TimeSpan.FromSeconds(1)),
        new(8, TimeSpan.FromSeconds(2)),
        new(60, TimeSpan.FromSeconds(30)),
        new(1800, TimeSpan.FromHours(1)),
    ];

    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(900)]
    public void No_span_of_any_length_holds_more_than_its_limit(int millisecondsBetween)
    {
        SendSchedule schedule = new(s_teams, _time);
        DateTimeOffset start = _time.GetUtcNow();
        List<TimeSpan> moments = [];
        for (int i = 0; i < 4000; i++)
        {
            moments.Add(_time.GetUtcNow() - start + schedule.Reserve());
            _time.Advance(TimeSpan.FromMilliseconds(millisecondsBetween));
        }

        foreach (RateWindow window in s_teams)
        {
            for (int i = window.Count; i < moments.Count; i++)
            {
                Assert.True(moments[i] - moments[i - window.Count] >= window.Length - TimeSpan.FromTicks(10), $"{window}: the calls {i - window.Count} to {i}");
            }
        }
    }

    [Fact]
    public void As_much_goes_out_as_is_allowed()
    {
        SendSchedule schedule = new(s_teams, _time);
        TimeSpan[] moments = [.. Enumerable.Range(0, 61).Select(_ => schedule.Reserve())];
        Assert.Equal(7, moments.Count(moment => moment == TimeSpan.Zero));
        Assert.Equal(TimeSpan.FromSeconds(1), moments[7]);
        Assert.Equal(TimeSpan.FromSeconds(30), moments[60]);
    }

    [Fact]
    public void What_was_held_up_elsewhere_counts_from_when_it_went_out()
    {
        SendSchedule schedule = new([new RateWindow(1, TimeSpan.FromSeconds(1))], _time);
        schedule.Reserve();
        _time.Advance(TimeSpan.FromSeconds(5));
        schedule.Postpone();
        Assert.Equal(TimeSpan.FromSeconds(1), schedule.Reserve());
    }

    [Fact]
    public void It_is_empty_again_when_nothing_counts_any_more()
    {
        SendSchedule schedule = new(s_teams, _time);
        Assert.True(schedule.IsEmpty);
        schedule.Reserve();
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.False(schedule.IsEmpty);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(schedule.IsEmpty);
        Assert.Equal(TimeSpan.Zero, schedule.Reserve());
    }
}

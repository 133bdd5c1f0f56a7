using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;

namespace SupervisorBot.Chat.Tests.Outbox;

/// <summary>Activities that are delivered again after this node has forgotten them, or to another node: only what is stored tells that they were handled.</summary>
public sealed class RedeliveryTests
{
    [Fact]
    public async Task The_same_intercept_leads_to_the_same_card_and_the_same_operation()
    {
        await using var bench = new ChatBench();
        var message = Recordings.Message(Person.Olga, Room.Channel, "/intercept 1001");
        await bench.TurnAsync(message);
        bench.Time.Advance(TimeSpan.FromHours(1));
        await bench.TurnAsync(message);
        Assert.Single(bench.Desk.Interceptions);
        Assert.Single(bench.Sent, entry => !entry.IsEdit);
    }

    [Fact]
    public async Task Another_intercept_is_another_operation()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/intercept 1001");
        await bench.SayAsync("/intercept 1001");
        Assert.Equal(2, bench.Desk.Interceptions.Count);
        Assert.Equal(2, bench.Sent.Count(entry => !entry.IsEdit));
    }

    [Theory]
    [InlineData("/signin")]
    [InlineData("/hangup now")]
    [InlineData("/stop")]
    [InlineData("/listen 1001")]
    public async Task A_request_is_not_said_to_be_asked_twice(string typed)
    {
        await using var bench = new ChatBench();
        var message = Recordings.Message(Person.Olga, Room.Personal, typed);
        await bench.TurnAsync(message);
        bench.Time.Advance(TimeSpan.FromHours(1));
        await bench.TurnAsync(message);
        Assert.Single(bench.Sent);
    }

    [Fact]
    public async Task A_sign_in_press_that_comes_again_does_not_paint_asked_over_its_result()
    {
        await using var bench = new ChatBench();
        bench.Desk.ReadingRefused = Supervision.Desk.Refusal.NotSignedIn;
        await bench.SayAsync("/agents");
        var offer = bench.Last;
        var press = Recordings.Invoke(Person.Olga, Room.Personal, offer.MessageId, ChatBench.ButtonOf(offer, "Sign in"));
        Assert.True(Answer.Of(await bench.TurnAsync(press)).IsCard);
        await bench.NoticeAsync(new SignedInNotice(FakeDesk.Olga, bench.Desk.Asked.Last().Origin, bench.Time.GetUtcNow(), true));
        Assert.Equal((true, offer.MessageId), (bench.Last.IsEdit, bench.Last.MessageId));
        Assert.True(Answer.Of(await bench.TurnAsync(press)).IsWord);
    }

    [Fact]
    public async Task A_late_asked_never_comes_back_over_a_result()
    {
        await using var bench = new ChatBench();
        bench.Desk.OnAsk = () =>
        {
            var view = new MonitoringView(1001, "Anna Ivanova", MonitoringMode.Listen, MonitoringPhase.Ended, bench.Time.GetUtcNow(), MonitoringEnd.Asked);
            bench.NoticeAsync(new MonitoringNotice(FakeDesk.Olga, bench.Desk.Asked.Last().Origin, bench.Time.GetUtcNow(), view)).GetAwaiter().GetResult();
        };
        await bench.SayAsync("/stop");
        Assert.DoesNotContain(bench.Sent, entry => entry.Text.Contains("Asked the gateway", StringComparison.Ordinal));
        Assert.Contains("You left the call", bench.Last.Text);
    }
}

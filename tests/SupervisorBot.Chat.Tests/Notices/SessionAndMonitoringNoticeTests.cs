using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;

namespace SupervisorBot.Chat.Tests.Notices;

public sealed class SessionAndMonitoringNoticeTests
{
    [Fact]
    public async Task Signing_in_is_one_message_that_turns_to_its_result()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/signin");
        var asked = bench.Last;
        Assert.Contains("Signing in", asked.Text);
        await bench.NoticeAsync(new SignedInNotice(FakeDesk.Olga, Origin(bench), bench.Time.GetUtcNow(), MayInspect: true));
        var done = await bench.WaitForAsync(entry => entry.IsEdit);
        Assert.Equal(asked.MessageId, done.MessageId);
        Assert.Contains("Signed in", done.Text);
        Assert.DoesNotContain("inspector's right", done.Text);
    }

    [Fact]
    public async Task A_missing_right_is_said_at_sign_in()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/signin");
        await bench.NoticeAsync(new SignedInNotice(FakeDesk.Olga, Origin(bench), bench.Time.GetUtcNow(), MayInspect: false));
        Assert.Contains("inspector's right", (await bench.WaitForAsync(entry => entry.IsEdit)).Text);
    }

    [Fact]
    public async Task Signed_in_elsewhere_offers_to_take_over_and_says_what_that_does()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/signin");
        await bench.NoticeAsync(new SignInFailedNotice(
            FakeDesk.Olga, Origin(bench), bench.Time.GetUtcNow(), new Problem(ProblemKind.Refused, "100-002")));
        var failed = await bench.WaitForAsync(entry => entry.IsEdit);
        Assert.Contains("signs that other place out", failed.Text);
        await bench.PressAsync(failed, "Take over the sign-in");
        Assert.True(Assert.IsType<SignInRequested>(bench.Desk.Asked.Last()).TakeOver);

        await bench.NoticeAsync(new SignedInNotice(FakeDesk.Olga, bench.Desk.Asked.Last().Origin, bench.Time.GetUtcNow(), true));
        var done = await bench.WaitForAsync(entry => entry.Text.Contains("✔ Signed in", StringComparison.Ordinal));
        Assert.Equal(failed.MessageId, done.MessageId);
    }

    [Fact]
    public async Task A_session_that_ended_by_itself_is_posted_with_the_reason()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/signin");
        await bench.NoticeAsync(new SignedOutNotice(
            FakeDesk.Olga, Origin(bench), bench.Time.GetUtcNow(), new Problem(ProblemKind.Refused, "100-006")));
        var post = await bench.WaitForAsync(entry => entry.Text.Contains("has ended", StringComparison.Ordinal));
        Assert.False(post.IsEdit);
        Assert.Contains("[Sign in]", post.Text);
    }

    [Fact]
    public async Task A_failed_hang_up_is_told_where_it_was_asked()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/hangup now");
        var asked = bench.Last;
        var request = bench.Desk.Asked.Single();
        await bench.NoticeAsync(new RequestFailedNotice(
            FakeDesk.Olga, request.Origin, bench.Time.GetUtcNow(), request, new Problem(ProblemKind.Unreachable)));
        var failed = await bench.WaitForAsync(entry => entry.IsEdit);
        Assert.Equal(asked.MessageId, failed.MessageId);
        Assert.Contains("could not be reached", failed.Text);
    }

    [Fact]
    public async Task The_monitoring_card_follows_the_events_in_one_message()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/listen 1001");
        var card = bench.Last;
        await TellAsync(bench, MonitoringPhase.PhoneRinging);
        await bench.WaitForAsync(entry => entry.IsEdit && entry.Text.Contains("pick it up", StringComparison.Ordinal));
        await TellAsync(bench, MonitoringPhase.Active);
        var active = await bench.WaitForAsync(entry => entry.IsEdit && entry.Text.Contains("[Leave (the call goes on)]", StringComparison.Ordinal)
            && entry.Text.Contains("[Intercept…]", StringComparison.Ordinal));
        Assert.Contains("[Whisper (agent hears you)]", active.Text);
        Assert.Contains("[Insert (both hear you)]", active.Text);
        Assert.DoesNotContain("Hang up", active.Text);

        await TellAsync(bench, MonitoringPhase.Ended, MonitoringEnd.PhoneReleased);
        var ended = await bench.WaitForAsync(entry => entry.IsEdit && entry.Text.Contains("has ended", StringComparison.Ordinal));
        Assert.Empty(CardReading.Buttons(ended.Card!));
        Assert.All(bench.Sent.Where(entry => entry.IsEdit), entry => Assert.Equal(card.MessageId, entry.MessageId));
        await bench.WaitForAsync(entry => !entry.IsEdit && entry.Text.Contains("no longer monitors", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_event_that_is_faster_than_the_answer_still_ends_in_one_message()
    {
        await using var bench = new ChatBench();
        bench.Desk.OnAsk = () =>
        {
            bench.Desk.OnAsk = null;
            TellAsync(bench, MonitoringPhase.PhoneRinging).GetAwaiter().GetResult();
        };
        await bench.SayAsync("/listen 1001");
        var edited = await bench.WaitForAsync(entry => entry.IsEdit);
        Assert.Contains("pick it up", edited.Text);
        Assert.Single(bench.Sent, entry => !entry.IsEdit);
    }

    [Fact]
    public async Task A_next_monitoring_gets_a_message_of_its_own()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/listen 1001");
        var first = bench.Last;
        await TellAsync(bench, MonitoringPhase.Ended, MonitoringEnd.Asked);
        await bench.WaitForAsync(entry => entry.IsEdit);
        await bench.SayAsync("/listen 1001");
        await TellAsync(bench, MonitoringPhase.Active);
        var active = await bench.WaitForAsync(entry => entry.IsEdit && entry.Text.Contains("You are on the call", StringComparison.Ordinal));
        Assert.NotEqual(first.MessageId, active.MessageId);
    }

    [Fact]
    public async Task A_last_edit_that_comes_late_does_not_make_the_next_monitoring_lose_its_message()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/listen 1001");
        var first = bench.Last;
        var gate = new TaskCompletionSource();
        bench.Threads.EditGate = gate.Task;
        await TellAsync(bench, MonitoringPhase.Ended, MonitoringEnd.Asked);
        await bench.SayAsync("/listen 1001");
        gate.SetResult();
        var ended = await bench.WaitForAsync(entry => entry.IsEdit);
        Assert.Equal(first.MessageId, ended.MessageId);
        var second = await bench.WaitForAsync(entry => !entry.IsEdit && entry.MessageId != first.MessageId);
        await TellAsync(bench, MonitoringPhase.Active);
        var active = await bench.WaitForAsync(entry => entry.Text.Contains("You are on the call", StringComparison.Ordinal));
        Assert.True(active.IsEdit);
        Assert.Equal(second.MessageId, active.MessageId);
    }

    [Fact]
    public async Task Listening_for_an_interception_is_told_by_its_card_alone()
    {
        await using var bench = new ChatBench();
        await bench.ConfirmationAsync();
        var origin = bench.Desk.Proposals.Single().Origin;
        var view = new MonitoringView(1001, "Anna Ivanova", MonitoringMode.Listen, MonitoringPhase.PhoneRinging, bench.Time.GetUtcNow());
        await bench.NoticeAsync(new MonitoringNotice(FakeDesk.Olga, origin, bench.Time.GetUtcNow(), view));
        Assert.Single(bench.Sent);
    }

    [Fact]
    public async Task A_switch_that_failed_is_told_and_the_mode_stays()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/listen 1001");
        await TellAsync(bench, MonitoringPhase.Active);
        var card = await bench.WaitForAsync(entry => entry.IsEdit);
        bench.Desk.Monitoring = new MonitoringView(1001, "Anna Ivanova", MonitoringMode.Listen, MonitoringPhase.Active, bench.Time.GetUtcNow());
        var answer = await bench.PressAsync(card, "Insert (both hear you)");
        Assert.Contains("Asked the gateway to change the mode", answer.Text);
        var origin = bench.Desk.Asked.Last().Origin;
        var failed = bench.Desk.Monitoring with { Problem = new Problem(ProblemKind.Refused, "900-005") };
        await bench.NoticeAsync(new MonitoringNotice(FakeDesk.Olga, origin, bench.Time.GetUtcNow(), failed));
        var now = await bench.WaitForAsync(entry => entry.IsEdit && entry.Text.Contains("900-005", StringComparison.Ordinal));
        Assert.Contains("Listen: nobody hears you", now.Text);
    }

    [Fact]
    public async Task A_typed_stop_turns_to_its_result()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/listen 1001");
        await bench.SayAsync("/stop");
        var line = bench.Last;
        var view = new MonitoringView(1001, "Anna Ivanova", MonitoringMode.Listen, MonitoringPhase.Ended, bench.Time.GetUtcNow(), MonitoringEnd.Asked);
        await bench.NoticeAsync(new MonitoringNotice(FakeDesk.Olga, bench.Desk.Asked.Last().Origin, bench.Time.GetUtcNow(), view));
        var edited = await bench.WaitForAsync(entry => entry.IsEdit && entry.MessageId == line.MessageId);
        Assert.Contains("You left the call. Agent and customer go on talking.", edited.Text);
    }

    private static RequestOrigin Origin(ChatBench bench) => bench.Desk.Asked.Last().Origin;

    private static Task TellAsync(ChatBench bench, MonitoringPhase phase, MonitoringEnd? end = null)
    {
        var view = new MonitoringView(1001, "Anna Ivanova", MonitoringMode.Listen, phase, bench.Time.GetUtcNow(), end);
        return bench.NoticeAsync(new MonitoringNotice(FakeDesk.Olga, Origin(bench), bench.Time.GetUtcNow(), view));
    }
}

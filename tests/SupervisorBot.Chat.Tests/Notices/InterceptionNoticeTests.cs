using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Tests.Notices;

public sealed class InterceptionNoticeTests
{
    public static TheoryData<InterceptionOutcome> Outcomes => [.. Enum.GetValues<InterceptionOutcome>()];

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Every_outcome_has_words_of_its_own(InterceptionOutcome outcome)
    {
        await using var bench = new ChatBench();
        await bench.ConfirmationAsync();
        var view = Pressed(bench);
        await bench.NoticeAsync(view with
        {
            Step = InterceptionStep.Decided,
            Outcome = outcome,
            DecidedAt = bench.Time.GetUtcNow(),
            TakenBy = "Boris Chen",
            Problem = outcome == InterceptionOutcome.Refused ? new Problem(ProblemKind.Refused, "900-003") : null,
        });
        var card = await bench.WaitForAsync(entry => entry.IsEdit);
        var words = outcome switch
        {
            InterceptionOutcome.Done => "was cut off and is free again",
            InterceptionOutcome.Cancelled => "pressed “Cancel”",
            InterceptionOutcome.Expired => "Nobody confirmed in time",
            InterceptionOutcome.Declined => "It was declined",
            InterceptionOutcome.NotApproved => "Nobody approved it in time",
            InterceptionOutcome.NotSignedIn => "/signin",
            InterceptionOutcome.Busy => "You were busy",
            InterceptionOutcome.TakenByAnother => "Boris Chen took this call before you",
            InterceptionOutcome.CallEnded => "ended before it could be taken over",
            InterceptionOutcome.PhoneNotPickedUp => "was not picked up in time",
            InterceptionOutcome.Refused => "900-003",
            InterceptionOutcome.Unreachable => "never sent",
            InterceptionOutcome.NotDone => "its state shows that the agent still has the call",
            InterceptionOutcome.Unknown => "If you hear the customer",
            InterceptionOutcome.NotPermitted => "took the permission for it away",
            _ => throw new InvalidOperationException($"{outcome} has no words yet."),
        };
        Assert.Contains(words, card.Text);
        Assert.Contains("Decided: 15:30:00 (UTC+02:00)", card.Text);
        Assert.DoesNotContain(CardReading.Buttons(card.Card!), button => button.Title is "Intercept now" or "Cancel");
        var isPosted = outcome is not (InterceptionOutcome.Cancelled or InterceptionOutcome.Expired);
        Assert.Equal(isPosted ? 2 : 1, bench.Sent.Count(entry => !entry.IsEdit));
    }

    [Fact]
    public async Task The_steps_are_shown_by_editing_and_the_result_and_the_talk_by_posting_in_order()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync(Room.Channel);
        await bench.PressAsync(confirmation, "Intercept now");
        var view = Pressed(bench) with { Attached = true };
        foreach (var step in new[] { InterceptionStep.Attaching, InterceptionStep.WaitingForPhone, InterceptionStep.Sending, InterceptionStep.WaitingForTalk })
        {
            await bench.NoticeAsync(view with { Step = step });
        }

        await bench.WaitForAsync(entry => entry.IsEdit && entry.Text.Contains("Now: Wait for the talk", StringComparison.Ordinal));
        Assert.Contains(bench.Sent, entry => entry.IsEdit && entry.Text.Contains("Now: Your phone rings: pick it up", StringComparison.Ordinal));
        Assert.Equal(2, bench.Sent.Count(entry => !entry.IsEdit));

        await bench.NoticeAsync(view with { Step = InterceptionStep.Decided, Outcome = InterceptionOutcome.Done, DecidedAt = bench.Time.GetUtcNow() });
        var talk = new TalkView(view.OperationId, view.CallId, view.Customer, TalkPhase.Talking, bench.Time.GetUtcNow());
        await TellAsync(bench, view, talk, TalkChange.Began);
        await TellAsync(bench, view, talk with { Recording = true }, TalkChange.RecordingBegan);
        await TellAsync(bench, view, talk with { Recording = true, Phase = TalkPhase.OnHold }, TalkChange.Held);
        await TellAsync(bench, view, talk with { Recording = true }, TalkChange.Resumed);
        bench.Time.Advance(TimeSpan.FromSeconds(184));
        await TellAsync(bench, view, talk with { Phase = TalkPhase.Ended, EndedAt = bench.Time.GetUtcNow() }, TalkChange.EndedByCustomer);
        await bench.WaitForAsync(entry => entry.IsEdit && entry.Text.Contains("Lasted: 3 min 4 s", StringComparison.Ordinal));

        string[] expected = ["Take this call over?", "Taking over the call of Anna", "took over the call of Anna", "talks with the customer", "is being recorded", "on hold", "talks with the customer •", "hung up. The talk with Olga Petrova lasted 3 min 4 s"];
        var posts = bench.Sent.Where(entry => !entry.IsEdit).ToList();
        Assert.Equal(expected.Length, posts.Count);
        Assert.All(posts.Zip(expected), pair => Assert.Contains(pair.Second, pair.First.Text));
        Assert.All(bench.Sent, entry => Assert.Equal(Room.Channel.ConversationId, entry.ConversationId));
        Assert.Equal(posts[..1], posts.Where(entry => entry.Only is not null));
        Assert.DoesNotContain("End the call", bench.Now(posts[3].MessageId).Text);
        Assert.All(bench.Sent, entry => Assert.DoesNotContain("4930555", entry.Activity.ToString() + entry.Card?.ToJsonString()));
    }

    [Fact]
    public async Task While_an_edit_is_on_its_way_only_the_newest_state_waits()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync();
        var gate = new TaskCompletionSource();
        bench.Threads.EditGate = gate.Task;
        var view = Pressed(bench);
        foreach (var step in new[] { InterceptionStep.Claiming, InterceptionStep.Attaching, InterceptionStep.WaitingForPhone, InterceptionStep.Sending })
        {
            await bench.NoticeAsync(view with { Step = step });
        }

        await bench.NoticeAsync(view with { Step = InterceptionStep.Decided, Outcome = InterceptionOutcome.CallEnded });
        gate.SetResult();
        await bench.WaitForAsync(entry => entry.IsEdit && entry.Text.Contains("the call has ended", StringComparison.Ordinal));
        Assert.Equal(2, bench.Sent.Count(entry => entry.IsEdit && entry.MessageId == confirmation.MessageId));
    }

    [Fact]
    public async Task A_late_step_never_paints_over_the_outcome()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync();
        var view = Pressed(bench);
        await bench.NoticeAsync(view with { Step = InterceptionStep.Decided, Outcome = InterceptionOutcome.CallEnded });
        await bench.WaitForAsync(entry => entry.IsEdit);
        await bench.NoticeAsync(view with { Step = InterceptionStep.Sending });
        await bench.NoticeAsync(view with { Step = InterceptionStep.Decided, Outcome = InterceptionOutcome.CallEnded });
        Assert.Contains("the call has ended", bench.Now(confirmation.MessageId).Text);
        Assert.DoesNotContain(bench.Sent, entry => entry.Text.Contains("Now: Take the call over", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_that_was_deleted_is_posted_anew()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync();
        bench.Threads.GoneMessages[confirmation.MessageId] = true;
        await bench.NoticeAsync(Pressed(bench) with { Step = InterceptionStep.Decided, Outcome = InterceptionOutcome.Unknown });
        await bench.WaitForAsync(entry => !entry.IsEdit && entry.Card is not null && entry.Text.Contains("Look at your phone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_origin_that_cannot_be_read_is_left_alone()
    {
        await using var bench = new ChatBench();
        await bench.ConfirmationAsync();
        await bench.NoticeAsync(Pressed(bench) with { Origin = new RequestOrigin("nonsense"), Step = InterceptionStep.Sending });
        Assert.Single(bench.Sent);
    }

    private static InterceptionView Pressed(ChatBench bench) =>
        bench.Desk.Interceptions.Values.Single() with { Step = InterceptionStep.Claiming, PressedAt = bench.Time.GetUtcNow() };

    private static Task TellAsync(ChatBench bench, InterceptionView view, TalkView talk, TalkChange change) =>
        bench.NoticeAsync(new TalkNotice(view.Inspector, view.Origin, bench.Time.GetUtcNow(), talk, change));
}

using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;

namespace SupervisorBot.Chat.Tests.Presses;

public sealed class DialogTests
{
    [Theory]
    [InlineData("Personal")]
    [InlineData("Group")]
    [InlineData("Channel")]
    public async Task The_dialog_goes_from_agent_to_call_to_confirmation_in_one_message(string room)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/intercept", room: Room.Named(room));
        var dialog = Assert.Single(bench.Sent);
        Assert.Contains("Whose call do you want to take over?", dialog.Text);

        var calls = await bench.PressAsync(dialog, Press(dialog, "Choose", 1002));
        Assert.Contains("Which call do you want to take over?", calls.Text);
        Assert.Contains("8888", calls.Text);
        await bench.WaitForAsync(entry => entry.IsEdit && entry.Text == calls.Text);

        var confirmation = await bench.PressAsync(calls.AsMessage(dialog), Press(calls.AsMessage(dialog), "Choose", 1002, "1632-9"));
        Assert.Contains("Take this call over?", confirmation.Text);
        await bench.WaitForAsync(entry => entry.IsEdit && entry.Text == confirmation.Text);

        Assert.Equal((1002, "1632-9"), Assert.Single(bench.Desk.Proposals.Select(proposal => (proposal.WorkNo, proposal.CallId))));
        Assert.Single(bench.Sent.Select(entry => entry.MessageId).Distinct());
    }

    [Fact]
    public async Task Those_who_do_not_talk_are_left_out_and_counted()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/intercept");
        Assert.DoesNotContain("Carla", bench.Last.Text);
        Assert.Contains("1 agent who is not in a call is left out", bench.Last.Text);
    }

    [Fact]
    public async Task Those_monitored_come_first()
    {
        await using var bench = new ChatBench();
        bench.Desk.Agents = [bench.Desk.Agents[0], bench.Desk.Agents[1] with { MonitoredByAsker = true }];
        await bench.SayAsync("/intercept");
        Assert.True(bench.Last.Text.IndexOf("Ben", StringComparison.Ordinal) < bench.Last.Text.IndexOf("Anna", StringComparison.Ordinal));
        Assert.Contains("you monitor this agent", bench.Last.Text);
    }

    [Fact]
    public async Task Nobody_in_a_call_is_said_with_a_way_to_look_again()
    {
        await using var bench = new ChatBench();
        bench.Desk.Agents = [bench.Desk.Agents[2]];
        await bench.SayAsync("/intercept");
        Assert.Contains("Nobody has a call", bench.Last.Text);
        Assert.Contains("[Refresh]", bench.Last.Text);
    }

    [Fact]
    public async Task One_call_only_goes_straight_to_the_confirmation()
    {
        await using var bench = new ChatBench();
        Assert.Contains("Take this call over?", (await bench.ConfirmationAsync()).Text);
        Assert.Equal(ChatBench.AnnasCall, Assert.Single(bench.Desk.Proposals).CallId);
    }

    [Fact]
    public async Task A_work_number_with_several_calls_asks_for_the_call()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/intercept 1002");
        Assert.Contains("Which call", bench.Last.Text);
        Assert.Empty(bench.Desk.Proposals);
    }

    [Fact]
    public async Task Work_number_and_call_id_go_straight_to_the_confirmation()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/intercept 1002 1632-8");
        Assert.Contains("Take this call over?", bench.Last.Text);
        Assert.Equal("1632-8", Assert.Single(bench.Desk.Proposals).CallId);
    }

    [Fact]
    public async Task The_confirmation_says_who_is_cut_off_that_the_customer_hears_on_which_phone_and_until_when()
    {
        await using var bench = new ChatBench();
        var text = (await bench.ConfirmationAsync()).Text;
        Assert.Contains("Anna Ivanova (1001) will be cut off", text);
        Assert.Contains("the customer WILL HEAR YOU", text);
        Assert.Contains("5678 rings: pick it up", text);
        Assert.Contains("Expires at 15:31:00 (UTC+02:00)", text);
        Assert.Contains("Only Olga Petrova can press.", text);
        Assert.Contains("Talking for: 4 min", text);
    }

    [Fact]
    public async Task An_inspector_who_is_on_the_call_already_is_told_that_no_phone_rings()
    {
        await using var bench = new ChatBench();
        bench.Desk.Monitoring = new MonitoringView(1001, "Anna Ivanova", MonitoringMode.Listen, MonitoringPhase.Active, bench.Time.GetUtcNow());
        var text = (await bench.ConfirmationAsync()).Text;
        Assert.Contains("which you are monitoring on", text);
        Assert.DoesNotContain("rings", text);
    }

    [Fact]
    public async Task A_call_that_is_gone_is_said_and_nothing_is_proposed()
    {
        await using var bench = new ChatBench();
        bench.Desk.ProposalRefused = new ProposalAnswer(null, Problem: new Problem(ProblemKind.CallEnded));
        await bench.SayAsync("/intercept 1001");
        Assert.Contains("The call ended", bench.Last.Text);
        Assert.DoesNotContain("Intercept now", bench.Last.Text);
    }

    [Fact]
    public async Task An_agent_without_a_call_leads_back_to_the_list()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/intercept");
        bench.Desk.Calls.Remove(1001);
        var message = bench.Last;
        var none = await bench.PressAsync(message, "Choose");
        Assert.Contains("no call at the moment", none.Text);
        var list = await bench.PressAsync(none.AsMessage(message), "Choose again");
        Assert.Contains("Whose call", list.Text);
    }

    [Fact]
    public async Task A_redelivered_choice_leads_to_the_same_interception()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/intercept");
        var message = bench.Last;
        var first = await bench.PressAsync(message, "Choose");
        var second = await bench.PressAsync(message, "Choose");
        Assert.Equal(first.Text, second.Text);
        Assert.Single(bench.Desk.Interceptions);
    }

    [Fact]
    public async Task Another_inspector_cannot_press_in_the_dialog()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/intercept", room: Room.Group);
        var answer = await bench.PressAsync(bench.Last, "Choose", Person.Boris);
        Assert.True(answer.IsWord);
        Assert.Contains("Only Olga Petrova", answer.Text);
        Assert.Empty(bench.Desk.Proposals);
        Assert.Single(bench.Sent);
    }

    [Fact]
    public async Task A_slow_reading_is_answered_at_once_and_the_message_is_edited_when_it_has_come()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/intercept");
        var message = bench.Last;
        var reading = new TaskCompletionSource();
        bench.Desk.ReadingGate = reading.Task;
        var pressed = bench.PressAsync(message, "Choose");
        while (!pressed.IsCompleted)
        {
            bench.Time.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.Contains("One moment", (await pressed).Text);
        reading.SetResult();
        var edited = await bench.WaitForAsync(entry => entry.IsEdit);
        Assert.Equal(message.MessageId, edited.MessageId);
        Assert.Contains("Take this call over?", edited.Text);
    }

    [Fact]
    public async Task Intercept_on_the_monitoring_card_opens_the_confirmation_below_it_once()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/listen 1001");
        var card = bench.Last;
        var view = new MonitoringView(1001, "Anna Ivanova", MonitoringMode.Listen, MonitoringPhase.Active, bench.Time.GetUtcNow());
        bench.Desk.Monitoring = view;
        var origin = bench.Desk.Asked.Single().Origin;
        await bench.NoticeAsync(new Supervision.Notices.MonitoringNotice(FakeDesk.Olga, origin, bench.Time.GetUtcNow(), view));
        card = await bench.WaitForAsync(entry => entry.IsEdit);
        var invoke = Recordings.Invoke(Person.Olga, Room.Personal, card.MessageId, ChatBench.ButtonOf(card, "Intercept…"));
        await bench.TurnAsync(invoke);
        await bench.TurnAsync(invoke);
        var confirmation = await bench.WaitForAsync(entry => entry.Text.Contains("Take this call over?", StringComparison.Ordinal));
        Assert.NotEqual(card.MessageId, confirmation.MessageId);
        Assert.Single(bench.Desk.Proposals);
    }

    private static System.Text.Json.Nodes.JsonObject Press(Entry message, string title, int workNo, string? callId = null) =>
        CardReading.Buttons(message.Card!)
            .Single(button => button.Title == title
                && button.Press["workNo"]?.GetValue<int>() == workNo
                && (callId is null || button.Press["callId"]!.GetValue<string>() == callId))
            .Press;
}

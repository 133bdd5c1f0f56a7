using System.Text.Json.Nodes;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Tests.Calls;

/// <summary>One live card from the listening to the end of the talk, and what can be done with it.</summary>
public sealed class TalkTests
{
    [Fact]
    public async Task One_card_leads_from_the_listening_to_the_end_of_the_talk()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/listen 1001");
        var card = bench.Last;
        var origin = bench.Desk.Asked.Last().Origin;
        var monitoring = new MonitoringView(1001, "Anna Ivanova", MonitoringMode.Listen, MonitoringPhase.Active, bench.Time.GetUtcNow());
        await bench.NoticeAsync(new MonitoringNotice(FakeDesk.Olga, origin, bench.Time.GetUtcNow(), monitoring));
        await bench.NoticeAsync(new MonitoringNotice(
            FakeDesk.Olga, origin, bench.Time.GetUtcNow(), monitoring with { Phase = MonitoringPhase.Ended, End = MonitoringEnd.Intercepted }));
        await TellAsync(bench, TalkChange.Began);

        Assert.Contains("● Olga Petrova talks with the customer", bench.Now(card.MessageId).Text);
        Assert.Contains("Taken over from: Anna Ivanova (1001)", bench.Now(card.MessageId).Text);
        await TellAsync(bench, TalkChange.EndedByCustomer, talk => talk with { Phase = TalkPhase.Ended, EndedAt = bench.Time.GetUtcNow() });
        Assert.All(bench.Sent.Where(entry => entry.Card is not null), entry => Assert.Equal(card.MessageId, entry.MessageId));
        Assert.Empty(CardReading.Buttons(bench.Now(card.MessageId).Card!));

        await bench.SayAsync("/listen 1001");
        Assert.NotEqual(card.MessageId, bench.Last.MessageId);
    }

    [Fact]
    public async Task What_is_legal_now_is_drawn_and_the_end_stands_apart()
    {
        await using var bench = new ChatBench();
        var talking = await BeginAsync(bench);
        Assert.Equal(["Hold", "Mute me", "Transfer…", "Hand back to agent 1001", "End the call…"], Titles(talking));
        var sets = CardReading.Objects(talking.Card!).Where(element => CardReading.Type(element) == "ActionSet").ToList();
        Assert.Equal(["End the call…"], sets[^1]["actions"]!.AsArray().Select(action => action!["title"]!.GetValue<string>()));
        Assert.DoesNotContain("Leave", talking.Text);

        Assert.Equal(["Take back", "End the call…"], Titles(await TellAsync(bench, TalkChange.Held, talk => talk with { Phase = TalkPhase.OnHold })));
        Assert.Contains("Unmute me", Titles(await TellAsync(bench, TalkChange.Muted, talk => talk with { Mute = TalkMute.On })));
        var transferring = await TellAsync(bench, TalkChange.Transferring, talk => talk with { TransferTo = TransferTarget.Agent(2002) });
        Assert.Equal(["End the call…"], Titles(transferring));
        Assert.Contains("Transferring to agent 2002", transferring.Text);
        var failed = await TellAsync(bench, TalkChange.NotChanged, talk => talk with { Problem = new Problem(ProblemKind.Refused, "200-004") });
        Assert.Contains("cannot be muted in its present state. (gateway code 200-004)", failed.Text);
    }

    [Theory]
    [InlineData("Hold", TalkMove.Hold)]
    [InlineData("Mute me", TalkMove.Mute)]
    public async Task A_button_asks_for_its_move_of_this_very_call(string button, TalkMove move)
    {
        await using var bench = new ChatBench();
        var card = await BeginAsync(bench);
        await bench.PressAsync(card, button);
        var request = Assert.IsType<TalkMoveRequested>(bench.Desk.Asked.Last());
        Assert.Equal((move, "1477-7"), (request.Move, request.CallId));

        // The card tells what came of it; nothing is posted beside.
        var before = bench.Sent.Count;
        await bench.NoticeAsync(new RequestDoneNotice(FakeDesk.Olga, request.Origin, bench.Time.GetUtcNow(), request));
        Assert.Equal(before, bench.Sent.Count);
    }

    [Fact]
    public async Task Ending_the_call_asks_first_and_counts_once()
    {
        await using var bench = new ChatBench();
        var card = await BeginAsync(bench);
        var asked = bench.Desk.Asked.Count;
        await bench.PressAsync(card, "End the call…");
        var question = bench.Last;
        Assert.Contains("The customer is disconnected at once", question.Text);
        Assert.Equal(asked, bench.Desk.Asked.Count);

        var press = ChatBench.ButtonOf(question, "End the customer's call");
        Assert.Contains("Asked the gateway to hang up", (await bench.PressAsync(question, press)).Text);
        await bench.PressAsync(question, press);
        var requests = bench.Desk.Asked.Skip(asked).Cast<HangUpRequested>().ToList();
        Assert.Equal(2, requests.Count);
        Assert.Single(requests.Select(request => request.RequestId).Distinct());
        Assert.All(requests, request => Assert.Equal("1477-7", request.CallId));

        await bench.NoticeAsync(new RequestDoneNotice(FakeDesk.Olga, requests[0].Origin, bench.Time.GetUtcNow(), requests[0]));
        Assert.Contains("The call has ended", bench.Now(question.MessageId).Text);
    }

    [Fact]
    public async Task A_confirmation_that_is_too_late_or_was_withdrawn_asks_nothing()
    {
        await using var bench = new ChatBench();
        var card = await BeginAsync(bench);
        var asked = bench.Desk.Asked.Count;
        await bench.PressAsync(card, "End the call…");
        var question = bench.Last;
        bench.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Contains("Too late", (await bench.PressAsync(question, "End the customer's call")).Text);

        await bench.PressAsync(card, "End the call…");
        Assert.Contains("Nothing was done", (await bench.PressAsync(bench.Last, "Keep talking")).Text);
        Assert.Equal(asked, bench.Desk.Asked.Count);
    }

    [Fact]
    public async Task Nobody_else_ends_it()
    {
        await using var bench = new ChatBench();
        var card = await BeginAsync(bench, Room.Channel);
        var asked = bench.Desk.Asked.Count;
        Assert.Contains("Only Olga Petrova", (await bench.PressAsync(card, "End the call…", Person.Boris)).Text);
        Assert.Equal(asked, bench.Desk.Asked.Count);
    }

    [Fact]
    public async Task A_transfer_is_chosen_on_a_card_and_an_outside_number_is_shown_by_its_end_alone()
    {
        await using var bench = new ChatBench();
        var card = await BeginAsync(bench);
        await bench.PressAsync(card, "Transfer…");
        var question = bench.Last;
        var press = ChatBench.ButtonOf(question, "Transfer now").DeepClone().AsObject();
        press["targetKind"] = "Number";
        press["targetAddress"] = "not a number";
        Assert.Contains("cannot be dialled", (await bench.PressAsync(question, press)).Text);

        press["targetAddress"] = "0 30 1234-5678";
        Assert.Contains("the number •••••••5678", (await bench.PressAsync(question, press)).Text);
        var request = Assert.IsType<TransferRequested>(bench.Desk.Asked.Last());
        Assert.Equal((TransferKind.Number, "03012345678", "1477-7"), (request.To!.Kind, request.To.Address, request.CallId));

        await TellAsync(
            bench, TalkChange.Transferred, talk => talk with { Phase = TalkPhase.Ended, EndedAt = bench.Time.GetUtcNow(), TransferTo = request.To.Masked() });
        await bench.NoticeAsync(new RequestDoneNotice(FakeDesk.Olga, request.Origin, bench.Time.GetUtcNow(), request));
        Assert.Contains(bench.Sent, entry => !entry.IsEdit && entry.Text.Contains("Olga Petrova transferred the customer ••••••••1234 to the number •••••••5678", StringComparison.Ordinal));
        Assert.Contains("→ Transferred", bench.Now(question.MessageId).Text);
        Assert.Contains("→ Olga Petrova transferred the customer", bench.Now(card.MessageId).Text);
        Assert.All(bench.Sent, entry => Assert.DoesNotContain("345678", entry.Text + entry.Card?.ToJsonString()));
    }

    [Theory]
    [InlineData("/hold", "The customer is on hold.")]
    [InlineData("/unmute", "The customer hears you again.")]
    [InlineData("/transfer agent 2002", "The customer was transferred to agent 2002.")]
    [InlineData("/TRANSFER Queue 12", "The customer was transferred to queue 12.")]
    public async Task A_typed_move_turns_to_its_result(string text, string done)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync(text);
        var line = bench.Last;
        Assert.Contains("Asked the gateway", line.Text);
        var request = bench.Desk.Asked.Single();
        await bench.NoticeAsync(new RequestDoneNotice(FakeDesk.Olga, request.Origin, bench.Time.GetUtcNow(), request));
        Assert.Equal((line.MessageId, true), (bench.Last.MessageId, bench.Last.IsEdit));
        Assert.Contains(done, bench.Last.Text);
    }

    [Fact]
    public async Task A_typed_move_that_was_not_answered_is_told_as_not_certain()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/handback");
        var request = bench.Desk.Asked.Single();
        await bench.NoticeAsync(new RequestFailedNotice(FakeDesk.Olga, request.Origin, bench.Time.GetUtcNow(), request, new Problem(ProblemKind.NoAnswer)));
        Assert.Contains("? What came of it is not certain.", bench.Last.Text);
        Assert.DoesNotContain("still with you", bench.Last.Text);
    }

    [Theory]
    [InlineData("/transfer", "Say to whom")]
    [InlineData("/transfer 2002", "Say to whom")]
    [InlineData("/transfer agent 99", "That is no work number")]
    [InlineData("/hold now", "more than /hold understands")]
    public async Task What_is_not_understood_asks_nothing(string text, string words)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync(text);
        Assert.Contains(words, bench.Last.Text);
        Assert.Empty(bench.Desk.Asked);
    }

    [Theory]
    [InlineData(Refusal.NoCall, "You have no talk of your own")]
    [InlineData(Refusal.AlreadySo, "It is so already")]
    [InlineData(Refusal.OnHold, "/resume")]
    [InlineData(Refusal.NotTakenOver, "/transfer")]
    public async Task A_refused_move_says_why(Refusal refusal, string words)
    {
        await using var bench = new ChatBench();
        bench.Desk.Receipt = new Receipt(refusal);
        await bench.SayAsync("/mute");
        Assert.Contains(words, bench.Last.Text);
    }

    [Theory]
    [InlineData("Hand back to agent 1001", true)]
    [InlineData("Hand back to agent 1001", false)]
    [InlineData("/handback", true)]
    [InlineData("/transfer agent 1001", true)]
    [InlineData("/transfer agent 1002", true)]
    public async Task A_customer_is_not_handed_to_an_agent_who_is_in_another_call(string how, bool isTalking)
    {
        await using var bench = new ChatBench();
        var talking = await BeginAsync(bench);
        bench.Time.Advance(TimeSpan.FromSeconds(30));
        var since = bench.Time.GetUtcNow().AddSeconds(how.EndsWith('2') ? -90 : -5);
        bench.Desk.Agents = [.. bench.Desk.Agents.Select(agent => agent with { IsTalking = isTalking, StateSince = since })];
        var asked = bench.Desk.Asked.Count;

        var said = how[0] == '/' ? null : await bench.PressAsync(talking, how);
        if (said is null)
        {
            await bench.SayAsync(how);
        }

        Assert.Equal(isTalking ? asked : asked + 1, bench.Desk.Asked.Count);
        var words = said is null ? bench.Last.Text : said.Text;
        Assert.Equal(isTalking, words.Contains("is in a call and cannot take the customer now", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_agent_who_is_still_listed_in_the_call_that_was_taken_over_gets_it_back()
    {
        await using var bench = new ChatBench();
        var talking = await BeginAsync(bench);
        bench.Desk.Agents = [.. bench.Desk.Agents.Select(agent => agent with { IsTalking = true, StateSince = bench.Desk.Talk!.BeganAt.AddMinutes(-2) })];

        await bench.PressAsync(talking, "Hand back to agent 1001");

        Assert.IsType<TransferRequested>(bench.Desk.Asked.Last());
    }

    [Fact]
    public async Task A_list_of_agents_that_does_not_come_does_not_keep_the_customer()
    {
        await using var bench = new ChatBench();
        var talking = await BeginAsync(bench);
        bench.Desk.ReadingGate = new TaskCompletionSource().Task;

        var press = bench.PressAsync(talking, "Hand back to agent 1001");
        while (!press.IsCompleted)
        {
            bench.Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TestContext.Current.CancellationToken);
        }

        Assert.Contains("hand the customer back", (await press).Text, StringComparison.Ordinal);
        Assert.IsType<TransferRequested>(bench.Desk.Asked.Last());
    }

    [Fact]
    public async Task A_hand_back_by_a_button_that_nobody_took_is_told_in_a_message_of_its_own()
    {
        await using var bench = new ChatBench();
        var talking = await BeginAsync(bench);
        await bench.PressAsync(talking, "Hand back to agent 1001");
        var request = bench.Desk.Asked.Last();
        var count = bench.Sent.Count;

        await bench.NoticeAsync(new RequestFailedNotice(
            FakeDesk.Olga, request.Origin, bench.Time.GetUtcNow(), request, new Problem(ProblemKind.TransferNotTaken)));

        Assert.Equal(count + 1, bench.Sent.Count);
        Assert.Contains("The customer is still with you. Nobody took the call there in time.", bench.Last.Text);
    }

    [Fact]
    public async Task A_typed_hang_up_asks_first()
    {
        await using var bench = new ChatBench();
        await BeginAsync(bench);
        await bench.SayAsync("/hangup");
        Assert.Contains("The customer is disconnected at once", bench.Last.Text);
        Assert.Empty(bench.Desk.Asked);

        await bench.PressAsync(bench.Last, "End the customer's call");
        Assert.IsType<HangUpRequested>(Assert.Single(bench.Desk.Asked));
    }

    [Theory]
    [InlineData(SessionStatus.SignedIn, "You have no talk of your own")]
    [InlineData(SessionStatus.SignedOut, "[Sign in]")]
    public async Task A_typed_hang_up_without_a_talk_asks_nothing(SessionStatus status, string said)
    {
        await using var bench = new ChatBench();
        bench.Desk.Status = status;
        await bench.SayAsync("/hangup");
        Assert.Contains(said, bench.Last.Text);
        Assert.Empty(bench.Desk.Asked);
    }

    [Fact]
    public async Task What_the_card_offers_the_status_offers_too()
    {
        await using var bench = new ChatBench();
        await BeginAsync(bench);
        await bench.SayAsync("/status");
        Assert.Equal(["Hold", "Mute me", "Transfer…", "Hand back to agent 1001", "End the call…", "Refresh"], Titles(bench.Last));
    }

    private static string[] Titles(Entry entry) => [.. CardReading.Buttons(entry.Card!).Select(button => button.Title)];

    private static async Task<Entry> BeginAsync(ChatBench bench, Room? room = null)
    {
        await bench.SayAsync("/status", room: room);
        var place = new Chat.Places.Place(ChatBench.Thread(room ?? Room.Personal), 0, Chat.Places.PlacePurpose.Interception);
        bench.Desk.Talk = Talk(bench);
        await bench.NoticeAsync(new TalkNotice(FakeDesk.Olga, place.ToOrigin(), bench.Time.GetUtcNow(), bench.Desk.Talk, TalkChange.Began));
        return await bench.WaitForAsync(entry => entry.Text.Contains("talks with the customer", StringComparison.Ordinal));
    }

    private static async Task<Entry> TellAsync(ChatBench bench, TalkChange change, Func<TalkView, TalkView>? with = null)
    {
        var place = new Chat.Places.Place(ChatBench.Thread(Room.Personal), 0, Chat.Places.PlacePurpose.Interception);
        var talk = with?.Invoke(Talk(bench)) ?? Talk(bench);
        await bench.NoticeAsync(new TalkNotice(FakeDesk.Olga, place.ToOrigin(), bench.Time.GetUtcNow(), talk, change));
        return bench.Sent.Last(entry => entry.Card is not null);
    }

    private static TalkView Talk(ChatBench bench) => new(
        Guid.Empty, "1477-7", MaskedNumber.Of("493055551234"), TalkPhase.Talking, bench.Time.GetUtcNow(), FromWorkNo: 1001, FromName: "Anna Ivanova");
}

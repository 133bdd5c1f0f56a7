using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Chat.Tests.Presses;

public sealed class DecisionTests
{
    private const string Now = "Intercept now";

    [Theory]
    [InlineData("Personal")]
    [InlineData("Channel")]
    public async Task The_first_press_starts_and_is_answered_with_in_progress(string room)
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync(Room.Named(room));
        var answer = await bench.PressAsync(confirmation, Now);
        Assert.True(answer.IsCard);
        Assert.Contains("Taking over the call of Anna Ivanova (1001)", answer.Text);
        Assert.Contains("Olga Petrova confirmed at 15:30:00 (UTC+02:00)", answer.Text);
        Assert.Empty(CardReading.Buttons(answer.Value));
        Assert.Equal(1, bench.Desk.Starts);
        var edited = await bench.WaitForAsync(entry => entry.IsEdit);
        Assert.Equal((confirmation.MessageId, answer.Text), (edited.MessageId, edited.Text));
    }

    [Fact]
    public async Task Cancel_does_nothing_and_says_so()
    {
        await using var bench = new ChatBench();
        var answer = await bench.PressAsync(await bench.ConfirmationAsync(), "Cancel");
        Assert.Contains("Cancelled: nothing was done", answer.Text);
        Assert.Equal(0, bench.Desk.Starts);
        await bench.WaitForAsync(entry => entry.IsEdit && entry.Text == answer.Text);
    }

    [Theory]
    [InlineData(Now)]
    [InlineData("Cancel")]
    public async Task A_second_press_changes_nothing_and_shows_the_stored_outcome(string second)
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync();
        await bench.PressAsync(confirmation, Now);
        var stored = Decide(bench, InterceptionOutcome.Done);
        await bench.NoticeAsync(stored);
        await bench.WaitForAsync(entry => entry.IsEdit && entry.Text.Contains("Call taken over", StringComparison.Ordinal));
        var sent = bench.Sent.Count;
        var answer = await bench.PressAsync(confirmation, second);
        Assert.Contains("Call taken over", answer.Text);
        Assert.Equal(1, bench.Desk.Starts);
        Assert.Equal(sent, bench.Sent.Count);
    }

    [Fact]
    public async Task A_redelivered_press_changes_nothing()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync();
        var invoke = Recordings.Invoke(Person.Olga, Room.Personal, confirmation.MessageId, ChatBench.ButtonOf(confirmation, Now));
        var first = Answer.Of(await bench.TurnAsync(invoke));
        var second = Answer.Of(await bench.TurnAsync(invoke));
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(1, bench.Desk.Starts);
    }

    [Fact]
    public async Task A_press_on_an_expired_card_starts_nothing_and_shows_that_it_expired()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync();
        await bench.NoticeAsync(Decide(bench, InterceptionOutcome.Expired));
        var expired = await bench.WaitForAsync(entry => entry.IsEdit);
        Assert.Contains("Expired: nothing was done", expired.Text);
        var answer = await bench.PressAsync(confirmation, Now);
        Assert.Contains("Expired: nothing was done", answer.Text);
        Assert.Equal(0, bench.Desk.Starts);
    }

    [Fact]
    public async Task Another_inspectors_press_is_answered_with_who_can_press_and_nothing_public()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync(Room.Channel);
        var answer = await bench.PressAsync(confirmation, Now, Person.Boris);
        Assert.True(answer.IsWord);
        Assert.Contains("Only Olga Petrova", answer.Text);
        Assert.Equal(0, bench.Desk.Starts);
        Assert.Single(bench.Sent);
    }

    [Fact]
    public async Task A_strangers_press_is_refused_with_no_effect()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync(Room.Channel);
        var answer = await bench.PressAsync(confirmation, Now, Person.Stranger);
        Assert.True(answer.IsWord);
        Assert.Contains("not listed as an inspector", answer.Text);
        Assert.Equal(0, bench.Desk.Starts);
        Assert.Single(bench.Sent);
    }

    [Fact]
    public async Task A_press_for_an_interception_that_is_not_known_starts_nothing_and_says_so()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync();
        bench.Desk.Interceptions.Clear();
        var answer = await bench.PressAsync(confirmation, Now);
        Assert.Contains("no longer known", answer.Text);
        Assert.Equal(0, bench.Desk.Starts);
    }

    [Theory]
    [InlineData("""{"verb":"intercept.confirm"}""")]
    [InlineData("""{"verb":"intercept.confirm","op":"nonsense"}""")]
    [InlineData("""{"verb":"intercept.confirm","op":7}""")]
    [InlineData("""{"verb":"intercept.call","op":"0123456789abcdef0123456789abcdef","workNo":5,"callId":"x"}""")]
    [InlineData("""{"verb":"monitor.start","workNo":1001,"mode":"9"}""")]
    [InlineData("""{"verb":"nothing.like.this"}""")]
    public async Task A_press_that_makes_no_sense_is_answered_and_does_nothing(string press)
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync();
        var proposals = bench.Desk.Proposals.Count;
        var answer = await bench.PressAsync(confirmation, await bench.SealAsync(System.Text.Json.Nodes.JsonNode.Parse(press)!.AsObject(), Room.Personal));
        Assert.True(answer.IsWord);
        Assert.NotEmpty(answer.Text);
        Assert.Equal((0, proposals, 0), (bench.Desk.Starts, bench.Desk.Proposals.Count, bench.Desk.Asked.Count));
    }

    [Fact]
    public async Task A_card_that_a_client_refreshes_by_itself_starts_nothing()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync();
        var invoke = Recordings.Invoke(Person.Olga, Room.Personal, confirmation.MessageId, ChatBench.ButtonOf(confirmation, Now));
        var value = System.Text.Json.Nodes.JsonNode.Parse(invoke.Value!.Value.GetRawText())!;
        value["trigger"] = "automatic";
        var response = await bench.TurnAsync(invoke with { Value = System.Text.Json.JsonSerializer.SerializeToElement(value) });
        Assert.Equal(400, response!.Body!["statusCode"]!.GetValue<int>());
        Assert.Equal(0, bench.Desk.Starts);
    }

    [Fact]
    public async Task Every_button_has_a_submit_fallback_with_the_same_verb_and_data()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/intercept");
        await bench.SayAsync("/intercept 1001");
        await bench.SayAsync("/status");
        foreach (var action in bench.Sent.SelectMany(entry => CardReading.Objects(entry.Card)).Where(element => CardReading.Type(element) == "Action.Execute"))
        {
            Assert.Equal("Action.Submit", action["fallback"]!["type"]!.GetValue<string>());
            Assert.Equal(action["data"]!.ToJsonString(), action["fallback"]!["data"]!.ToJsonString());
            Assert.Equal(action["verb"]!.GetValue<string>(), action["data"]!["verb"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task A_submit_does_the_same_and_shows_it_by_editing_the_message()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync();
        await bench.SubmitAsync(confirmation, Now);
        Assert.Equal(1, bench.Desk.Starts);
        var edited = await bench.WaitForAsync(entry => entry.IsEdit);
        Assert.Equal(confirmation.MessageId, edited.MessageId);
        Assert.Contains("Taking over the call", edited.Text);
        await bench.SubmitAsync(confirmation, Now);
        Assert.Equal(1, bench.Desk.Starts);
        Assert.Single(bench.Sent, entry => !entry.IsEdit);
    }

    [Fact]
    public async Task Another_persons_submit_is_told_privately_who_can_press()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync(Room.Group);
        await bench.SubmitAsync(confirmation, Now, Person.Boris);
        Assert.Equal(0, bench.Desk.Starts);
        Assert.True(bench.Last.IsTargetedAt(Person.Boris, Room.Group));
        Assert.Contains("Only Olga Petrova", bench.Last.Text);
    }

    private static InterceptionView Decide(ChatBench bench, InterceptionOutcome outcome) =>
        bench.Desk.Interceptions.Values.Single() with
        {
            Step = InterceptionStep.Decided,
            Outcome = outcome,
            DecidedAt = bench.Time.GetUtcNow(),
            Problem = outcome == InterceptionOutcome.Refused ? new Problem(ProblemKind.Refused, "900-003") : null,
        };
}

using System.Text.Json.Nodes;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Chat.Tests.Presses;

/// <summary>The second pair of eyes, and the reason, as people see them.</summary>
public sealed class ApprovalTests
{
    private const string Now = "Intercept now";
    private const string Title = "Approve taking this call over?";

    [Fact]
    public async Task Who_may_approve_is_asked_in_their_own_chat_and_sees_who_asks_and_why()
    {
        await using var bench = await BenchAsync();
        bench.Desk.Reason = ReasonRule.Required;
        var question = await AskAsync(bench, "The customer *shouts*");

        Assert.Equal(Room.BorisPersonal.ConversationId, question.ConversationId);
        Assert.Contains("Olga Petrova asks to take over the call of Anna Ivanova (1001)", question.Text);
        Assert.Contains("Reason: The customer \\*shouts\\*", question.Text);
        Assert.Equal(["Approve", "Decline"], CardReading.Buttons(question.Card!).Select(button => button.Title));
    }

    [Fact]
    public async Task The_asker_waits_and_can_withdraw()
    {
        await using var bench = await BenchAsync();
        var question = await AskAsync(bench);
        var waiting = await bench.WaitForAsync(entry => entry.IsEdit && entry.ConversationId == Room.Personal.ConversationId);

        Assert.Contains("Waiting for approval: nothing was done yet", waiting.Text);
        Assert.Contains("One person is asked in their own chat", waiting.Text);
        Assert.Equal(["Cancel"], CardReading.Buttons(waiting.Card!).Select(button => button.Title));

        bench.Desk.Interceptions[bench.Desk.Interceptions.Keys.Single()] = bench.Desk.Interceptions.Values.Single() with { Step = InterceptionStep.Proposed };
        await bench.PressAsync(waiting, "Cancel");

        Assert.Equal(0, bench.Desk.Starts);
        await bench.WaitForAsync(entry => entry.MessageId == question.MessageId && entry.IsEdit && entry.Text.Contains("Withdrawn: nothing was done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_approval_begins_it_once_and_both_cards_say_who_approved()
    {
        await using var bench = await BenchAsync();
        var question = await AskAsync(bench);

        var answer = await bench.PressAsync(question, "Approve", Person.Boris);
        Assert.Contains("✔ Approved", answer.Text);
        Assert.Contains("Boris Chen approved at", answer.Text);
        Assert.Empty(CardReading.Buttons(answer.Value));
        Assert.Equal(1, bench.Desk.Starts);

        await bench.WaitForAsync(entry => entry.IsEdit && entry.MessageId == question.MessageId && entry.Text.Contains("Boris Chen approved", StringComparison.Ordinal));
        await bench.WaitForAsync(entry => entry.IsEdit && entry.ConversationId == Room.Personal.ConversationId && entry.Text.Contains("Boris Chen approved", StringComparison.Ordinal));

        Assert.Contains("✔ Approved", (await bench.PressAsync(question, "Decline", Person.Boris)).Text);
        Assert.Equal(1, bench.Desk.Starts);
    }

    [Fact]
    public async Task A_refusal_ends_it_and_is_told_to_the_asker()
    {
        await using var bench = await BenchAsync();
        var question = await AskAsync(bench);

        Assert.Contains("× Declined", (await bench.PressAsync(question, "Decline", Person.Boris)).Text);

        await bench.WaitForAsync(entry => entry.ConversationId == Room.Personal.ConversationId && entry.Text.Contains("Boris Chen declined it.", StringComparison.Ordinal));
        Assert.Equal(0, bench.Desk.Starts);
    }

    [Fact]
    public async Task In_a_shared_chat_others_approve_on_the_card_and_the_asker_cannot()
    {
        await using var bench = await BenchAsync();
        var confirmation = await bench.ConfirmationAsync(Room.Channel);
        await bench.PressAsync(confirmation, Now);
        var waiting = await bench.WaitForAsync(entry => entry.Only is null && entry.ConversationId == Room.Channel.ConversationId);
        Assert.Equal(["Approve", "Decline", "Cancel"], CardReading.Buttons(waiting.Card!).Select(button => button.Title));
        Assert.Equal(["Cancel"], CardReading.Buttons(bench.Now(confirmation.MessageId).Card!).Select(button => button.Title));

        var own = await bench.PressAsync(waiting, "Approve");
        Assert.True(own.IsWord);
        Assert.Contains("somebody else has to approve it", own.Text);
        Assert.Equal(0, bench.Desk.Starts);

        Assert.Contains("Boris Chen approved", (await bench.PressAsync(waiting, "Approve", Person.Boris)).Text);
        Assert.Equal(1, bench.Desk.Starts);
    }

    [Fact]
    public async Task Whoever_may_not_approve_is_told_so_and_nothing_happens()
    {
        await using var bench = await BenchAsync();
        var confirmation = await bench.ConfirmationAsync(Room.Channel);
        await bench.PressAsync(confirmation, Now);
        var waiting = await bench.WaitForAsync(entry => entry.Only is null && entry.ConversationId == Room.Channel.ConversationId);
        bench.Desk.Approvers = new Approvers(ApprovalRule.Administrator, []);

        var answer = await bench.PressAsync(waiting, "Approve", Person.Boris);

        Assert.True(answer.IsWord);
        Assert.Contains("Only an inspector who may intercept Anna Ivanova (1001) can approve this", answer.Text);
        Assert.Equal(0, bench.Desk.Starts);
    }

    [Fact]
    public async Task Nobody_is_offered_a_confirmation_that_nobody_could_approve()
    {
        await using var bench = new ChatBench();
        bench.Desk.Approvers = new Approvers(ApprovalRule.SecondInspector, [FakeDesk.Boris]);

        await bench.SayAsync("/intercept 1001");

        Assert.Contains("none has a chat with me", bench.Last.Text);
        Assert.Empty(bench.Desk.Proposals);
    }

    [Fact]
    public async Task A_chat_of_another_tenant_is_not_asked()
    {
        await using var bench = new ChatBench();
        bench.Desk.Approvers = new Approvers(ApprovalRule.SecondInspector, [FakeDesk.Boris]);
        var message = Recordings.Message(Person.Boris, Room.BorisPersonal, "/status");
        await bench.TurnAsync(message with { Conversation = message.Conversation! with { TenantId = "22222222-2222-4222-8222-222222222222" } });

        await bench.SayAsync("/intercept 1001");

        Assert.Contains("none has a chat with me", bench.Last.Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_required_reason_is_asked_on_the_card_and_a_press_without_one_does_nothing(bool fromList)
    {
        await using var bench = new ChatBench();
        bench.Desk.Reason = ReasonRule.Required;
        bench.Desk.Reasons = fromList ? ["Complaint", "Training"] : [];
        var confirmation = await bench.ConfirmationAsync();
        var input = Assert.Single(CardReading.Objects(confirmation.Card!), element => element["id"]?.ToString() == "reason");
        Assert.Equal(fromList ? "Input.ChoiceSet" : "Input.Text", input["type"]!.ToString());
        Assert.True(input["isRequired"]!.GetValue<bool>());
        Assert.NotEmpty(input["label"]!.ToString());

        var answer = await bench.PressAsync(confirmation, Now);
        Assert.True(answer.IsWord);
        Assert.Contains("A reason is needed", answer.Text);
        Assert.Equal(0, bench.Desk.Starts);

        Assert.Contains("Reason: Training", (await bench.PressAsync(confirmation, With("Training", confirmation))).Text);
        Assert.Equal(1, bench.Desk.Starts);
    }

    private static async Task<ChatBench> BenchAsync()
    {
        var bench = new ChatBench();
        bench.Desk.Approvers = new Approvers(ApprovalRule.SecondInspector, [FakeDesk.Boris]);
        await bench.SayAsync("/status", Person.Boris, Room.BorisPersonal);
        return bench;
    }

    /// <summary>Olga confirms in her own chat; returns what Boris is asked in his.</summary>
    private static async Task<Entry> AskAsync(ChatBench bench, string? reason = null)
    {
        var confirmation = await bench.ConfirmationAsync();
        Assert.Contains("another inspector has to approve it", confirmation.Text);
        await bench.PressAsync(confirmation, reason is null ? ChatBench.ButtonOf(confirmation, Now) : With(reason, confirmation));
        return await bench.WaitForAsync(entry => entry.Text.Contains(Title, StringComparison.Ordinal));
    }

    private static JsonObject With(string reason, Entry confirmation)
    {
        var press = (JsonObject)ChatBench.ButtonOf(confirmation, Now).DeepClone();
        press["reason"] = reason;
        return press;
    }
}

using SupervisorBot.ConnectorSimulator.Cards;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.EndToEnd.Tests.Running;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;
using static SupervisorBot.EndToEnd.Tests.Running.ChatSteps;

namespace SupervisorBot.EndToEnd.Tests.Interception;

/// <summary>Which press counts, and what a press that does not count shows.</summary>
public sealed class PressTests
{
    [Fact]
    public async Task The_press_is_answered_with_progress_and_no_edit_leaves_before_the_answer()
    {
        await using var bot = await StartAsync(("BotFramework:EditAfterAnswerDelay", "00:00:01"));
        var chat = bot.Personal(Alex);
        var dialog = await ConfirmationAsync(bot, chat);
        var before = bot.Connector.Calls.Count;

        var answer = await chat.PressAsync(dialog, "Intercept now", ct: Stop);

        Assert.Equal(200, answer.Status);
        Assert.Contains("Taking over the call of", answer.Words(), StringComparison.Ordinal);
        Assert.Empty(CardReader.Buttons(answer.Card!));
        await chat.WaitForEditAsync(dialog, "✔ Call taken over");
        await chat.WaitForPostAsync("took over the call");
        Assert.All(bot.Connector.Calls.Skip(before), call => Assert.True(call.Timestamp > answer.AnsweredAt, $"{call.Method} {call.Target} came before the press was answered."));
    }

    [Fact]
    public async Task A_second_press_and_a_redelivered_one_show_the_stored_outcome()
    {
        await using var bot = await StartAsync();
        var chat = bot.Personal(Alex);
        var dialog = await ConfirmationAsync(bot, chat);
        var first = await chat.PressAsync(dialog, "Intercept now", ct: Stop);
        await chat.WaitForEditAsync(dialog, "✔ Call taken over");
        await chat.WaitForPostAsync("is being recorded");
        var edits = chat.Now(dialog).Edits;

        // The press of somebody whose client still shows the confirmation, and the channel's own repetition.
        var second = await chat.PressAsync(dialog, "Intercept now", ct: Stop);
        var redelivered = await chat.SendAsync(first.Activity, Stop);
        var cancel = await chat.PressAsync(dialog, "Cancel", ct: Stop);

        Assert.All([second, redelivered, cancel], answer =>
        {
            Assert.Equal(200, answer.Status);
            Assert.Contains("✔ Call taken over", answer.Words(), StringComparison.Ordinal);
        });
        Assert.Single(bot.Intercepts);

        // What a press leads to is in the thread before the answer to a later command.
        await chat.TellAsync("/status");
        await chat.WaitForTextAsync("Your status");
        Assert.Equal(edits, chat.Now(dialog).Edits);
        Assert.Single(chat.Messages, m => m.Text?.Contains("took over the call", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_redelivered_press_in_flight_does_nothing_twice()
    {
        await using var bot = await StartAsync();
        bot.Plot(new GatewaySimulator.Fault { Kind = GatewaySimulator.FaultKind.Delay, Operation = "intercept", DelayMilliseconds = 700, AfterActing = true });
        var chat = bot.Personal(Alex);
        var dialog = await ConfirmationAsync(bot, chat);
        var first = await chat.PressAsync(dialog, "Intercept now", ct: Stop);
        await bot.Gateway.RequestLog.WaitForAsync(r => r.Operation == "intercept", TimeSpan.FromSeconds(15), Stop);

        var redelivered = await chat.SendAsync(first.Activity, Stop);

        Assert.Equal(200, redelivered.Status);
        Assert.NotNull(redelivered.Card);
        await chat.WaitForEditAsync(dialog, "✔ Call taken over");
        Assert.Single(bot.Intercepts);
    }

    [Fact]
    public async Task Twenty_presses_at_once_make_one_intercept()
    {
        await using var bot = await StartAsync();
        var chat = bot.At(Alex, ChatConversation.GroupChat());
        var dialog = await ConfirmationAsync(bot, chat);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => chat.PressAsync(dialog, "Intercept now", ct: Stop)));

        Assert.All(answers, answer =>
        {
            Assert.Equal(200, answer.Status);
            Assert.NotNull(answer.Card);
            Assert.DoesNotContain("Take this call over?", answer.Words(), StringComparison.Ordinal);
        });
        await chat.WaitForEditAsync(dialog, "✔ Call taken over");
        await chat.WaitForPostAsync("is being recorded");
        Assert.Single(bot.Intercepts);
        Assert.Single(chat.Messages, m => m.Text?.Contains("took over the call", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Nobody_else_can_press()
    {
        await using var bot = await StartAsync();
        var group = ChatConversation.GroupChat();
        var alex = bot.At(Alex, group);
        var dialog = await ConfirmationAsync(bot, alex);
        await bot.Personal(Megan).SignInAsync();

        var megan = await bot.At(Megan, group).PressAsync(dialog, "Intercept now", ct: Stop);
        var lynne = await bot.At(Lynne, group).PressAsync(dialog, "Intercept now", ct: Stop);
        var cancel = await bot.At(Megan, group).PressAsync(dialog, "Cancel", ct: Stop);

        Assert.All([megan, lynne, cancel], answer => Assert.Equal((200, null), (answer.Status, answer.Card)));
        Assert.StartsWith("Only Alex Wilber, who asked for this, can press this button.", megan.Text, StringComparison.Ordinal);
        Assert.StartsWith("Only Alex Wilber, who asked for this, can press this button.", cancel.Text, StringComparison.Ordinal);
        Assert.StartsWith("You are not listed as an inspector", lynne.Text, StringComparison.Ordinal);
        Assert.Empty(bot.Intercepts);
        Assert.Contains("Take this call over?", alex.Now(dialog).Words(), StringComparison.Ordinal);

        await alex.PressAsync(dialog, "Intercept now", ct: Stop);
        await alex.WaitForEditAsync(dialog, "✔ Call taken over");
        Assert.Single(bot.Intercepts);
    }

    [Fact]
    public async Task A_press_on_an_expired_card_changes_nothing()
    {
        await using var bot = await StartAsync(("Interception:ConfirmationLifetime", "00:00:05"));
        var chat = bot.Personal(Alex);
        var dialog = await ConfirmationAsync(bot, chat);
        await chat.WaitForEditAsync(dialog, "Expired: nothing was done");

        var late = await chat.PressAsync(dialog, "Intercept now", ct: Stop);

        Assert.Contains("Expired: nothing was done", late.Words(), StringComparison.Ordinal);
        Assert.Empty(bot.Intercepts);
        Assert.DoesNotContain(chat.Messages, m => m.Text?.Contains("taken over", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_client_that_knows_no_Execute_presses_as_well()
    {
        await using var bot = await StartAsync();
        var callId = bot.StartCall();
        var chat = bot.OldClientAt(Alex, ChatConversation.GroupChat());
        await chat.SignInAsync();
        await chat.TellAsync("/intercept");
        var dialog = await chat.WaitForTextAsync("Whose call do you want to take over?");
        Assert.Equal(200, (await chat.PressAsync(dialog, "Choose", ct: Stop)).Status);
        dialog = await chat.WaitForEditAsync(dialog, "Take this call over?");
        var press = await chat.PressAsync(dialog, "Intercept now", ct: Stop);
        Assert.Equal("message", (string?)press.Activity["type"]);
        await chat.WaitForEditAsync(dialog, "✔ Call taken over");

        // Once more, and once by the channel: an old client is answered by an edit.
        await chat.SendAsync(press.Activity, Stop);
        await chat.PressAsync(dialog, "Intercept now", ct: Stop);
        await chat.TellAsync("/hangup now");
        await chat.WaitForPostAsync("Alex Wilber hung up.");
        var intercept = Assert.Single(bot.Intercepts);
        Assert.Equal((callId, "2001"), (intercept.CallId, intercept.WorkNo));
    }

    private static async Task<ThreadMessage> ConfirmationAsync(BotUnderTest bot, ChatClient chat)
    {
        var callId = bot.StartCall();
        await chat.SignInAsync();
        return await chat.AskToInterceptAsync(callId);
    }
}

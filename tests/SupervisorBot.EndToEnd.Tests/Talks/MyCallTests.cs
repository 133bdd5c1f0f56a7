using SupervisorBot.ConnectorSimulator.Cards;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.EndToEnd.Tests.Running;
using SupervisorBot.GatewaySimulator;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;
using static SupervisorBot.EndToEnd.Tests.Running.ChatSteps;

namespace SupervisorBot.EndToEnd.Tests.Talks;

/// <summary>An inspector's own call on one card, from the listening to the end of the talk.</summary>
public sealed class MyCallTests
{
    [Fact]
    public async Task One_card_shows_the_call_from_the_listening_to_its_handing_back()
    {
        await using var bot = await StartAsync();
        var callId = bot.StartCall();
        var chat = bot.At(Alex, ChatConversation.GroupChat());
        await chat.SignInAsync();
        await chat.ListenAsync();
        var card = await chat.WaitForTextAsync("You are on the call: nobody hears you.");
        Assert.DoesNotContain("End the call…", card.Words());
        var dialog = await chat.AskToInterceptAsync(callId);
        await chat.PressAsync(dialog, "Intercept now", ct: Stop);
        await chat.WaitForEditAsync(card, "● Alex Wilber talks with the customer");
        await chat.WaitForPostAsync("is being recorded");

        await chat.PressAsync(chat.Now(card), "Hold", ct: Stop);
        await chat.WaitForEditAsync(card, "‖ On hold");
        await chat.PressAsync(chat.Now(card), "Take back", ct: Stop);
        await chat.WaitForEditAsync(card, "● Talking");
        await chat.PressAsync(chat.Now(card), "Mute me", ct: Stop);
        await chat.WaitForEditAsync(card, "Muted");
        Assert.True(bot.Centre.Calls.Single().Muted);

        // What is done outside the chat shows too.
        Assert.True(bot.Centre.Hold(callId));
        await chat.WaitForEditAsync(card, "‖ On hold");
        Assert.True(bot.Centre.TakeBack(callId));
        await chat.WaitForEditAsync(card, "● Talking");

        await chat.PressAsync(chat.Now(card), "Hand back to agent 2001", ct: Stop);
        var post = await chat.WaitForPostAsync("transferred the customer");
        Assert.Matches(@"^Alex Wilber transferred the customer ••••••••••5678 to agent 2001\. The talk lasted \d+ s\.$", post.Text);
        Assert.Empty(CardReader.Buttons((await chat.WaitForEditAsync(card, "→ Alex Wilber transferred the customer")).Card!));
        Assert.Equal((callId, Agent), (bot.Centre.Calls.Single().CallId, bot.Centre.Calls.Single().WorkNo));
        foreach (var operation in new[] { "hold", "getHold", "beginMute", "transfer", "intercept" })
        {
            Assert.Single(bot.Gateway.RequestLog.Snapshot(operation));
        }
    }

    [Fact]
    public async Task A_transfer_to_an_outside_number_shows_its_end_alone()
    {
        await using var bot = await StartAsync();
        var (chat, card) = await TalkAsync(bot);
        await chat.PressAsync(card, "Transfer…", ct: Stop);
        var question = await chat.WaitForTextAsync("Transfer the customer");

        var inputs = new Dictionary<string, string> { ["targetKind"] = "Number", ["targetAddress"] = "0 30 12345-678" };
        await chat.PressAsync(question, "Transfer now", inputs, Stop);

        Assert.Contains("to the number •••••••5678", (await chat.WaitForPostAsync("transferred the customer")).Text);
        await chat.WaitForAsync(question, "→ Transferred");
        Assert.Empty(bot.Centre.Calls);
        Assert.All(chat.Messages, message => Assert.DoesNotContain("345678", message.Words()));
        Assert.DoesNotContain(bot.Logs, line => line.Contains("12345678", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_transfer_that_nobody_takes_leaves_the_customer_with_the_inspector()
    {
        await using var bot = await StartAsync(("Session:TransferTimeout", "00:00:01"));
        var (chat, card) = await TalkAsync(bot);
        Assert.True(bot.Centre.SetState(2002, AgentState.Busy));

        await chat.TellAsync("/transfer agent 2002");

        await chat.WaitForPostAsync("The customer is still with you. Nobody took the call there in time.");
        Assert.Contains("Transfer…", (await chat.WaitForEditAsync(card, "Hold")).Words());
        Assert.Single(bot.Gateway.RequestLog.Snapshot("transfer"));
    }

    [Fact]
    public async Task A_hand_back_by_a_button_that_nobody_takes_is_told_below_too()
    {
        await using var bot = await StartAsync(("Session:TransferTimeout", "00:00:01"));
        var (chat, card) = await TalkAsync(bot);
        Assert.True(bot.Centre.SetState(Agent, AgentState.Busy));

        await chat.PressAsync(chat.Now(card), "Hand back to agent 2001", ct: Stop);

        await chat.WaitForPostAsync("The customer is still with you. Nobody took the call there in time.");
        Assert.Single(bot.Gateway.RequestLog.Snapshot("transfer"));
    }

    [Fact]
    public async Task An_agent_who_is_in_another_call_is_not_tried()
    {
        await using var bot = await StartAsync();
        bot.StartCall(2002, "+4915100000001");
        var (chat, card) = await TalkAsync(bot);

        await chat.TellAsync("/transfer agent 2002");

        await chat.WaitForPostAsync("is in a call and cannot take the customer now.");
        Assert.Contains("Transfer…", chat.Now(card).Words());
        Assert.Empty(bot.Gateway.RequestLog.Snapshot("transfer"));
    }

    [Fact]
    public async Task What_was_not_answered_is_sent_once_and_read_back()
    {
        await using var bot = await StartAsync();
        var (chat, card) = await TalkAsync(bot);
        bot.Plot(new Fault { Kind = FaultKind.Drop, Operation = "hold", AfterActing = true });
        bot.Plot(new Fault { Kind = FaultKind.Drop, Operation = "beginMute", AfterActing = true });

        await chat.TellAsync("/mute");
        await chat.WaitForPostAsync("? What came of it is not certain.");
        await chat.WaitForEditAsync(card, "It is not certain whether the customer hears you.");
        await chat.TellAsync("/hold");
        await chat.WaitForPostAsync("The customer is on hold.");
        await chat.WaitForEditAsync(card, "‖ On hold");

        Assert.Single(bot.Gateway.RequestLog.Snapshot("hold"));
        Assert.Single(bot.Gateway.RequestLog.Snapshot("beginMute"));
    }

    private static async Task<(ChatClient Chat, ThreadMessage Card)> TalkAsync(BotUnderTest bot)
    {
        var callId = bot.StartCall();
        var chat = bot.Personal(Alex);
        await chat.SignInAsync();
        var dialog = await chat.AskToInterceptAsync(callId);
        await chat.PressAsync(dialog, "Intercept now", ct: Stop);
        var card = await chat.WaitForTextAsync("● Alex Wilber talks with the customer");
        await chat.WaitForPostAsync("is being recorded");
        return (chat, card);
    }
}

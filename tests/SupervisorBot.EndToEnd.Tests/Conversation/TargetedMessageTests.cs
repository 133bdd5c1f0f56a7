using SupervisorBot.ConnectorSimulator.Cards;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.EndToEnd.Tests.Running;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;
using static SupervisorBot.EndToEnd.Tests.Running.ChatSteps;

namespace SupervisorBot.EndToEnd.Tests.Conversation;

/// <summary>Among others, whoever chooses is alone with it, and everybody sees what comes of it.</summary>
public sealed class TargetedMessageTests
{
    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task The_way_to_an_interception_is_private_and_the_interception_is_public(string kind)
    {
        await using var bot = await StartAsync(options => options.PhonePickupDelay = TimeSpan.FromSeconds(2));
        var callId = bot.StartCall();
        var conversation = kind == "channel" ? ChatConversation.ChannelThread() : ChatConversation.GroupChat();
        var alex = bot.At(Alex, conversation);
        var megan = bot.At(Megan, conversation);
        await alex.SignInAsync();
        await alex.TellAsync("/intercept");
        var dialog = await alex.WaitForTextAsync("Whose call do you want to take over?");
        var next = await alex.PressAsync(dialog, "Choose", ct: Stop);
        Assert.Contains("Take this call over?", next.Words(), StringComparison.Ordinal);
        dialog = await alex.WaitForEditAsync(dialog, "Take this call over?");
        Assert.DoesNotContain(megan.Messages, message => message.IsFromBot);

        await alex.PressAsync(dialog, "Intercept now", ct: Stop);
        var seen = await megan.WaitForTextAsync("Taking over the call of");
        Assert.Contains("Alex Wilber", seen.Words(), StringComparison.Ordinal);
        Assert.Contains($"({Agent})", seen.Words(), StringComparison.Ordinal);
        Assert.Contains("Step ", seen.Words(), StringComparison.Ordinal);
        await megan.WaitForAsync(seen, "✔ Call taken over");
        await megan.WaitForPostAsync("✔ Alex Wilber took over the call of");
        await alex.WaitForEditAsync(dialog, "✔ Call taken over");

        Assert.Equal(callId, Assert.Single(bot.Intercepts).CallId);
        KeepsTheRules(bot);
        Assert.All(bot.Connector.Calls, call => Assert.Equal(conversation.Id, call.ConversationId));
        Assert.DoesNotContain(megan.Messages, message => message.Words().Contains("Intercept now", StringComparison.Ordinal) || message.Words().Contains("Signed in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_slash_command_of_Teams_is_answered_where_it_was_given_and_to_its_sender_alone()
    {
        await using var bot = await StartAsync();
        var conversation = ChatConversation.ChannelThread();
        var alex = bot.At(Alex, conversation);
        var megan = bot.At(Megan, conversation);

        var asked = await alex.WhisperAsync("/help", Stop);
        Assert.Equal(200, asked.Status);
        await alex.WaitForTextAsync("What you can type");

        Assert.Empty(megan.Messages);
        var call = Assert.Single(bot.Connector.Calls);
        Assert.Equal((string?)asked.Activity["id"], (string?)call.Body!["entities"]![0]!["messageId"]);
        KeepsTheRules(bot);
    }

    [Fact]
    public async Task Where_the_service_refuses_them_it_is_chosen_in_the_personal_chat_and_told_in_the_thread()
    {
        await using var bot = await StartAsync();
        bot.Connector.Plot(ConnectorFault.Refuse(405, "MethodNotAllowed"), call => call.IsTargeted, times: int.MaxValue);
        var callId = bot.StartCall();
        var thread = ChatConversation.ChannelThread();
        var group = bot.At(Alex, thread);
        var megan = bot.At(Megan, thread);
        var personal = bot.Personal(Alex);
        await group.TellAsync("/signin");
        await personal.WaitForTextAsync("✔ Signed in");

        await group.TellAsync("/intercept");
        var dialog = await personal.WaitForTextAsync("Whose call do you want to take over?");
        await personal.PressAsync(dialog, "Choose", ct: Stop);
        dialog = await personal.WaitForEditAsync(dialog, "Take this call over?");
        Assert.DoesNotContain(megan.Messages, message => message.IsFromBot);

        await personal.PressAsync(dialog, "Intercept now", ct: Stop);
        await megan.WaitForTextAsync("✔ Call taken over");
        await megan.WaitForPostAsync("✔ Alex Wilber took over the call of");
        await personal.WaitForEditAsync(dialog, "✔ Call taken over");
        Assert.Equal(callId, Assert.Single(bot.Intercepts).CallId);
        Assert.Single(bot.Connector.Calls, call => call.IsTargeted);
    }

    [Fact]
    public async Task An_old_client_chooses_in_private_as_well()
    {
        await using var bot = await StartAsync();
        bot.StartCall();
        var conversation = ChatConversation.GroupChat();
        var alex = bot.OldClientAt(Alex, conversation);
        var megan = bot.At(Megan, conversation);
        await alex.SignInAsync();
        await alex.TellAsync("/intercept");
        var dialog = await alex.WaitForTextAsync("Whose call do you want to take over?");
        await alex.PressAsync(dialog, "Choose", ct: Stop);
        dialog = await alex.WaitForEditAsync(dialog, "Take this call over?");
        await alex.PressAsync(dialog, "Cancel", ct: Stop);
        await alex.WaitForEditAsync(dialog, "Cancelled: nothing was done");

        Assert.DoesNotContain(megan.Messages, message => message.IsFromBot);
        KeepsTheRules(bot);
    }

    [Fact]
    public async Task A_slip_of_the_finger_is_put_right_with_a_button()
    {
        await using var bot = await StartAsync();
        bot.StartCall();
        var alex = bot.At(Alex, ChatConversation.GroupChat());
        await alex.SignInAsync();
        await alex.TellAsync($"/lisen {Agent}");
        var guess = await alex.WaitForTextAsync("Did you mean /listen");
        Assert.Contains(CardReader.Buttons(guess.Card!), button => button.Title == $"/listen {Agent}");

        var answer = await alex.PressAsync(guess, $"/listen {Agent}", ct: Stop);
        Assert.Contains($"I took it as /listen {Agent}", answer.Words(), StringComparison.Ordinal);
        await alex.WaitForTextAsync("You are on the call: nobody hears you.");
        Assert.Single(bot.Gateway.RequestLog.Snapshot("addSupervise"));
    }

    /// <summary>No call about targeted messages was refused: each new one names its reader, and no edit does.</summary>
    private static void KeepsTheRules(BotUnderTest bot)
    {
        var calls = bot.Connector.Calls.Where(call => call.IsTargeted).ToList();
        Assert.NotEmpty(calls);
        Assert.All(calls, call =>
        {
            Assert.InRange(call.Status, 200, 201);
            Assert.Equal(call.IsPost, call.Body!["recipient"] is not null);
        });
    }
}

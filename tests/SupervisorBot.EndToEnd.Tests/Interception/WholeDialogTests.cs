using SupervisorBot.ConnectorSimulator.Cards;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.EndToEnd.Tests.Running;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;
using static SupervisorBot.EndToEnd.Tests.Running.ChatSteps;

namespace SupervisorBot.EndToEnd.Tests.Interception;

/// <summary>From the sign-in to the sign-out, in every kind of conversation.</summary>
public sealed class WholeDialogTests
{
    [Theory]
    [InlineData("personal")]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task A_call_is_taken_over_from_the_list_and_hung_up(string kind)
    {
        await using var bot = await StartAsync();
        var callId = bot.StartCall();
        var chat = bot.At(Alex, Conversation(bot, kind));
        await chat.SignInAsync();
        await ShowAgentsAsync(chat);

        var dialog = await ChooseAsync(chat, callId);
        await chat.PressAsync(dialog, "Intercept now", ct: Stop);
        await chat.WaitForEditAsync(dialog, "✔ Call taken over");
        await chat.WaitForPostAsync($"✔ Alex Wilber took over the call of");
        var talk = await chat.WaitForTextAsync("● Alex Wilber talks with the customer");
        await chat.WaitForPostAsync("is being recorded");

        Assert.True(bot.Centre.Hold(callId));
        await chat.WaitForPostAsync($"Alex Wilber put the customer {Masked} on hold.");
        Assert.True(bot.Centre.TakeBack(callId));
        await chat.WaitForPostAsync($"Alex Wilber talks with the customer {Masked} again.");

        await chat.TellAsync("/hangup now");
        await chat.WaitForPostAsync($"Alex Wilber hung up. The talk with the customer {Masked} lasted ");
        await chat.WaitForEditAsync(talk, "The talk of Alex Wilber has ended");
        await chat.TellAsync("/signout");
        await chat.WaitForTextAsync("You are signed out of the contact centre.");

        OnlyInTheThread(bot, chat);
        OnceAndAsChosen(bot, callId);
        Assert.False(bot.Centre.FindAgent(AlexId)!.SignedInOverHttp);
    }

    [Fact]
    public async Task One_of_two_calls_is_chosen_by_its_id()
    {
        await using var bot = await StartAsync();
        var held = bot.StartCall(Agent, "+4989000007777");
        Assert.True(bot.Centre.Hold(held));
        var live = bot.StartCall();
        var chat = bot.Personal(Alex);
        await chat.SignInAsync();
        await chat.TellAsync($"/intercept {Agent}");
        var dialog = await chat.WaitForTextAsync("Which call do you want to take over?");
        Assert.Contains("••••••••••7777", dialog.Words(), StringComparison.Ordinal);
        Assert.Contains(Masked, dialog.Words(), StringComparison.Ordinal);

        var button = CardReader.Buttons(dialog.Card!).Single(b => (string?)b.Action["data"]?["callId"] == live);
        await chat.PressAsync(dialog, button, ct: Stop);
        dialog = await chat.WaitForAsync(dialog, "Take this call over?");
        await chat.PressAsync(dialog, "Intercept now", ct: Stop);
        await chat.WaitForEditAsync(dialog, "✔ Call taken over");

        OnceAndAsChosen(bot, live);
    }

    [Fact]
    public async Task The_confirmation_says_who_is_cut_off_and_that_the_customer_will_hear()
    {
        await using var bot = await StartAsync();
        var callId = bot.StartCall();
        var chat = bot.Personal(Alex);
        await chat.SignInAsync();
        var confirmation = await chat.AskToInterceptAsync(callId);

        var name = bot.Centre.FindAgent(Agent)!.Name;
        Assert.Contains($"{name} ({Agent}) will be cut off from the call and become idle.", confirmation.Words(), StringComparison.Ordinal);
        Assert.Contains("the customer WILL HEAR YOU", confirmation.Words(), StringComparison.Ordinal);
        Assert.Contains("Only Alex Wilber can press.", confirmation.Words(), StringComparison.Ordinal);
        Assert.Matches(@"Expires at \d\d:\d\d:\d\d", confirmation.Words());
        Assert.Equal(["Intercept now", "Cancel"], CardReader.Buttons(confirmation.Card!).Select(b => b.Title));
        Assert.Empty(bot.Intercepts);
    }

    [Fact]
    public async Task Listening_first_the_phone_does_not_ring_again()
    {
        await using var bot = await StartAsync();
        var callId = bot.StartCall();
        var chat = bot.Personal(Alex);
        await chat.SignInAsync();
        await chat.ListenAsync();
        var dialog = await chat.AskToInterceptAsync(callId);
        await chat.PressAsync(dialog, "Intercept now", ct: Stop);
        await chat.WaitForEditAsync(dialog, "✔ Call taken over");

        Assert.Single(bot.Gateway.RequestLog.Snapshot("addSupervise"));
        OnceAndAsChosen(bot, callId);
    }

    [Fact]
    public async Task Without_a_sign_in_the_dialog_offers_one_and_goes_on_after_it()
    {
        await using var bot = await StartAsync();
        bot.StartCall();
        var chat = bot.Personal(Alex);
        await chat.TellAsync("/intercept");
        var offer = await chat.WaitForTextAsync("You are not signed in");
        await chat.PressAsync(offer, "Sign in", ct: Stop);
        await chat.WaitForTextAsync("✔ Signed in");
        await chat.PressAsync("Intercept a call", ct: Stop);

        await chat.WaitForTextAsync("Whose call do you want to take over?");
    }

    private static ChatConversation Conversation(BotUnderTest bot, string kind) => kind switch
    {
        "personal" => ChatConversation.Personal(bot.Connector.PersonalChatOf(Alex.Id)),
        "groupChat" => ChatConversation.GroupChat(),
        _ => ChatConversation.ChannelThread(),
    };

    private static async Task ShowAgentsAsync(ChatClient chat)
    {
        await chat.TellAsync("/agents");
        var list = await chat.WaitForTextAsync("☎ In a call");
        Assert.Contains($"Work number {Agent}", list.Words(), StringComparison.Ordinal);
        Assert.Matches(@"As of \d\d:\d\d:\d\d", list.Words());
    }

    private static async Task<ConnectorSimulator.Recording.ThreadMessage> ChooseAsync(ChatClient chat, string callId)
    {
        await chat.TellAsync("/intercept");
        var dialog = await chat.WaitForTextAsync("Whose call do you want to take over?");
        Assert.Equal(200, (await chat.PressAsync(dialog, "Choose", ct: Stop)).Status);

        // The agent has one call only, so the step that chooses a call is skipped.
        dialog = await chat.WaitForAsync(dialog, "Take this call over?");
        Assert.Contains(Masked, dialog.Words(), StringComparison.Ordinal);
        Assert.NotEmpty(callId);
        return dialog;
    }

    private static void OnlyInTheThread(BotUnderTest bot, ChatClient chat)
    {
        var elsewhere = bot.Connector.Calls.Where(call => call.ConversationId != chat.Conversation.Id);
        Assert.Empty(elsewhere);
        if (chat.Conversation.Type == "channel")
        {
            Assert.All(bot.Connector.Calls, call => Assert.Contains("%3Bmessageid%3D", call.Target, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static void OnceAndAsChosen(BotUnderTest bot, string callId)
    {
        var intercept = Assert.Single(bot.Intercepts);
        Assert.Equal(("PUT", "1001", "2001", callId), (intercept.Method, intercept.AgentId, intercept.WorkNo, intercept.CallId));
        Assert.Empty(intercept.Violations);
    }
}

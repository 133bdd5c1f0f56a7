using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.EndToEnd.Tests.Running;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;
using static SupervisorBot.EndToEnd.Tests.Running.ChatSteps;

namespace SupervisorBot.EndToEnd.Tests.Talks;

/// <summary>The end of a talk is told with who ended it and how long it lasted, by the gateway's events alone.</summary>
public sealed class EndOfTalkTests
{
    [Theory]
    [InlineData("customer", @"^The customer ••••••••••5678 hung up\. The talk with Alex Wilber lasted \d+ s\.$")]
    [InlineData("phone", @"^Alex Wilber hung up\. The talk with the customer ••••••••••5678 lasted \d+ s\.$")]
    [InlineData("button", @"^Alex Wilber hung up\. The talk with the customer ••••••••••5678 lasted \d+ s\.$")]
    [InlineData("command", @"^Alex Wilber hung up\. The talk with the customer ••••••••••5678 lasted \d+ s\.$")]
    public async Task The_end_says_who_hung_up_and_how_long_it_lasted(string by, string words)
    {
        await using var bot = await StartAsync();
        var callId = bot.StartCall();
        var chat = bot.At(Alex, ChatConversation.GroupChat());
        await chat.SignInAsync();
        var dialog = await chat.AskToInterceptAsync(callId);
        await chat.PressAsync(dialog, "Intercept now", ct: Stop);
        var talk = await chat.WaitForTextAsync("● Alex Wilber talks with the customer");
        await chat.WaitForPostAsync("is being recorded");

        switch (by)
        {
            case "customer":
                Assert.True(bot.Centre.EndCall(callId));
                break;
            case "phone":
                Assert.True(bot.Centre.HangUpPhone(AlexId));
                break;
            case "button":
                await chat.PressAsync(talk, "End the call…", ct: Stop);
                var question = await chat.WaitForTextAsync("End the customer's call?");
                Assert.Contains("Asked the gateway to hang up.", (await chat.PressAsync(question, "End the customer's call", ct: Stop)).Words());
                await chat.WaitForAsync(question, "The call has ended");
                break;
            default:
                await chat.TellAsync("/hangup now");
                break;
        }

        var post = await chat.WaitForPostAsync("lasted");
        Assert.Matches(words, post.Text);
        var ended = await chat.WaitForEditAsync(talk, "The talk of Alex Wilber has ended");
        Assert.Matches(@"Lasted:? \d+ s", ended.Words());
        Assert.Single(chat.Messages, m => m.Text?.Contains("lasted", StringComparison.Ordinal) == true);
    }
}

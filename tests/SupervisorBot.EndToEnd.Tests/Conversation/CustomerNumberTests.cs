using SupervisorBot.EndToEnd.Tests.Running;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;
using static SupervisorBot.EndToEnd.Tests.Running.ChatSteps;

namespace SupervisorBot.EndToEnd.Tests.Conversation;

/// <summary>How much of a customer's number a chat shows.</summary>
public sealed class CustomerNumberTests
{
    [Theory]
    [InlineData("0", "••••••••••••••")]
    [InlineData("2", "••••••••••••78")]
    public async Task As_few_digits_are_shown_as_set_from_the_list_to_the_end_of_the_talk(string digits, string shown)
    {
        await using var bot = await StartAsync(("Privacy:CustomerNumberDigits", digits));
        var chat = bot.Personal(Alex);
        var callId = bot.StartCall();
        await chat.SignInAsync();
        await chat.TellAsync("/calls 2001");
        await chat.WaitForTextAsync($"Customer {shown}");
        var dialog = await chat.AskToInterceptAsync(callId);
        await chat.PressAsync(dialog, "Intercept now", ct: Stop);
        await chat.WaitForPostAsync($"customer {shown}");
        await chat.TellAsync("/hangup now");
        await chat.WaitForPostAsync("hung up");

        Assert.DoesNotContain(chat.Messages, message => message.Words().Contains(Masked[^4..], StringComparison.Ordinal));
    }
}

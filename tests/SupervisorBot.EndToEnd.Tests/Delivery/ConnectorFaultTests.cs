using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.EndToEnd.Tests.Running;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;
using static SupervisorBot.EndToEnd.Tests.Running.ChatSteps;

namespace SupervisorBot.EndToEnd.Tests.Delivery;

/// <summary>A connector that is busy or broken for a moment loses nothing and turns nothing round.</summary>
public sealed class ConnectorFaultTests
{
    [Theory]
    [InlineData(412, null)]
    [InlineData(429, "1")]
    [InlineData(502, null)]
    [InlineData(503, null)]
    [InlineData(504, null)]
    public async Task A_refused_post_of_the_outcome_is_repeated_and_stays_in_order(int status, string? retryAfter)
    {
        await using var bot = await StartAsync();
        var callId = bot.StartCall();
        var chat = bot.At(Alex, ChatConversation.ChannelThread());
        await chat.SignInAsync();
        var dialog = await chat.AskToInterceptAsync(callId);
        bot.Connector.Plot(ConnectorFault.Refuse(status, retryAfter: retryAfter), IsOutcome, times: 2);

        await chat.PressAsync(dialog, "Intercept now", ct: Stop);
        await chat.WaitForPostAsync("is being recorded");

        Assert.Equal([status, status, 201], bot.Connector.Calls.Where(IsOutcome).Select(call => call.Status));
        string[] told = [.. chat.Messages.Where(m => m.IsFromBot).Select(m => m.Words())];
        var outcome = Array.FindIndex(told, words => words.Contains("took over the call", StringComparison.Ordinal));
        var recorded = Array.FindIndex(told, words => words.Contains("is being recorded", StringComparison.Ordinal));
        Assert.InRange(outcome, 0, recorded - 1);
        await chat.WaitForEditAsync(dialog, "✔ Call taken over");
        Assert.Single(bot.Intercepts);
    }

    [Fact]
    public async Task A_post_that_is_refused_for_good_does_not_hold_up_what_comes_after_it()
    {
        await using var bot = await StartAsync();
        var callId = bot.StartCall();
        var chat = bot.Personal(Alex);
        await chat.SignInAsync();
        var dialog = await chat.AskToInterceptAsync(callId);
        bot.Connector.Plot(ConnectorFault.Refuse(400, "BadSyntax"), IsOutcome);

        await chat.PressAsync(dialog, "Intercept now", ct: Stop);

        await chat.WaitForEditAsync(dialog, "✔ Call taken over");
        await chat.WaitForPostAsync("is being recorded");
        Assert.Single(bot.Connector.Calls, IsOutcome);
    }

    private static bool IsOutcome(ConnectorCall call) => call.IsPost && call.Text?.Contains("took over the call", StringComparison.Ordinal) == true;
}

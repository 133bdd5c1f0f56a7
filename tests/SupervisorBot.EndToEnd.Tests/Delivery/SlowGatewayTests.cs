using System.Diagnostics;
using SupervisorBot.EndToEnd.Tests.Running;
using SupervisorBot.GatewaySimulator;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;
using static SupervisorBot.EndToEnd.Tests.Running.ChatSteps;

namespace SupervisorBot.EndToEnd.Tests.Delivery;

/// <summary>Teams gets its answer whatever the gateway does; the work arrives when it is done.</summary>
public sealed class SlowGatewayTests
{
    private static readonly Fault s_hang = new() { Kind = FaultKind.Delay, DelayMilliseconds = 6000, Times = 1000 };

    [Fact]
    public async Task A_message_is_answered_while_the_gateway_hangs_and_the_work_comes_later()
    {
        await using var bot = await StartAsync();
        bot.StartCall();
        var chat = bot.Personal(Alex);
        await chat.SignInAsync();
        bot.Plot(s_hang);

        var answer = await chat.SayAsync("/agents", Stop);

        Assert.Equal(200, answer.Status);
        Assert.True(Stopwatch.GetElapsedTime(answer.SentAt, answer.AnsweredAt) < TimeSpan.FromSeconds(5));
        Assert.DoesNotContain(chat.Messages, m => m.Words().Contains($"Work number {Agent}", StringComparison.Ordinal));
        await chat.WaitForTextAsync($"Work number {Agent}", TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_press_that_needs_a_reading_is_answered_while_the_gateway_hangs()
    {
        await using var bot = await StartAsync();
        bot.StartCall();
        var chat = bot.Personal(Alex);
        await chat.SignInAsync();
        await chat.TellAsync("/intercept");
        var dialog = await chat.WaitForTextAsync("Whose call do you want to take over?");
        bot.Plot(s_hang with { Operation = "queryAllCallInfoByAgentWorkNoEx" });

        var answer = await chat.PressAsync(dialog, "Choose", ct: Stop);

        Assert.Equal(200, answer.Status);
        Assert.Contains("Asking the contact centre.", answer.Words(), StringComparison.Ordinal);
        await chat.WaitForEditAsync(dialog, "Take this call over?", TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task A_press_that_acts_is_answered_while_the_gateway_hangs()
    {
        await using var bot = await StartAsync();
        var callId = bot.StartCall();
        var chat = bot.Personal(Alex);
        await chat.SignInAsync();
        var dialog = await chat.AskToInterceptAsync(callId);
        bot.Plot(s_hang with { Operation = "intercept", Times = 1 });

        var answer = await chat.PressAsync(dialog, "Intercept now", ct: Stop);

        Assert.Contains("Taking over the call of", answer.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Intercepts, intercept => intercept.Outcome == "answered");
        await chat.TellAsync("/status");
        await chat.WaitForTextAsync("Your status");
        await chat.WaitForEditAsync(dialog, "✔ Call taken over", TimeSpan.FromSeconds(30));
        Assert.Single(bot.Intercepts);
    }
}

using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.EndToEnd.Tests.Running;
using SupervisorBot.GatewaySimulator;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;
using static SupervisorBot.EndToEnd.Tests.Running.ChatSteps;

namespace SupervisorBot.EndToEnd.Tests.Forcing;

/// <summary>Forcing agents' states and ending their calls, over HTTP.</summary>
public sealed class ForcingTests
{
    private static readonly (string, string) s_all = ("Inspectors:0:Permissions", "All");
    private static readonly Dictionary<string, string> s_reason = new() { ["reason"] = "Training" };

    [Theory]
    [InlineData("busy", "Make busy", "forceBusy", AgentState.Busy)]
    [InlineData("rest", "Send to rest", "forceRest", AgentState.Rest)]
    [InlineData("signout", "Sign out", "forceLogOutAgent", AgentState.SignedOut)]
    public async Task A_confirmed_state_is_forced_once(string state, string button, string operation, AgentState expected)
    {
        await using var bot = await StartAsync(s_all);
        var chat = bot.At(Alex, ChatConversation.GroupChat());
        await chat.SignInAsync();
        await chat.TellAsync($"/force {state} 2001");
        var question = await chat.WaitForTextAsync("It takes effect at once.");
        Assert.Empty(bot.Gateway.RequestLog.Snapshot(operation));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => chat.PressAsync(question, button, s_reason, Stop)));

        var done = await chat.WaitForAsync(question, "✔");
        Assert.Contains("Training", done.Words());
        Assert.Equal(expected, bot.Centre.FindAgent(Agent)!.State);
        Assert.Single(bot.Gateway.RequestLog.Snapshot(operation));
    }

    [Fact]
    public async Task An_agent_in_a_call_keeps_it_and_the_state_comes_after_it()
    {
        await using var bot = await StartAsync(s_all);
        var callId = bot.StartCall();
        var chat = bot.Personal(Alex);
        await chat.SignInAsync();
        await chat.TellAsync("/force busy 2001 Team meeting");
        var question = await chat.WaitForTextAsync("The agent is in a call and keeps it.");

        await chat.PressAsync(question, "Make busy", ct: Stop);

        Assert.Contains("Team meeting", (await chat.WaitForAsync(question, "it takes effect when the call ends")).Words());
        Assert.Equal(callId, bot.Centre.Calls.Single().CallId);
        Assert.True(bot.Centre.EndCall(callId));
        Assert.Equal(AgentState.Busy, bot.Centre.FindAgent(Agent)!.State);
    }

    [Fact]
    public async Task A_call_is_ended_after_a_confirmation_that_says_so()
    {
        await using var bot = await StartAsync(s_all);
        bot.StartCall();
        var chat = bot.Personal(Alex);
        await chat.SignInAsync();
        await chat.TellAsync("/drop 2001");
        var question = await chat.WaitForTextAsync("The customer's call ends at once");
        Assert.Contains(Masked, question.Words());
        Assert.Single(bot.Centre.Calls);

        await chat.PressAsync(question, "End this customer's call", s_reason, Stop);

        await chat.WaitForAsync(question, "✔ The call of");
        Assert.Empty(bot.Centre.Calls);
        Assert.Single(bot.Gateway.RequestLog.Snapshot("forceDropCall"));
    }

    [Fact]
    public async Task A_call_whose_dropping_was_not_answered_is_looked_for_and_not_dropped_again()
    {
        await using var bot = await StartAsync(s_all);
        bot.StartCall();
        var chat = bot.Personal(Alex);
        await chat.SignInAsync();
        bot.Plot(new Fault { Kind = FaultKind.Drop, Operation = "forceDropCall", AfterActing = true });
        await chat.TellAsync("/drop 2001");
        var question = await chat.WaitForTextAsync("The customer's call ends at once");

        await chat.PressAsync(question, "End this customer's call", s_reason, Stop);

        await chat.WaitForAsync(question, "✔ The call of");
        Assert.Single(bot.Gateway.RequestLog.Snapshot("forceDropCall"));
    }
}

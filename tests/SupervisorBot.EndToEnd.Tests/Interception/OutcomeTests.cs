using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.EndToEnd.Tests.Running;
using SupervisorBot.GatewaySimulator;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;
using static SupervisorBot.EndToEnd.Tests.Running.ChatSteps;

namespace SupervisorBot.EndToEnd.Tests.Interception;

/// <summary>Every way in which an interception ends: its own words on the card and in the thread, and what reached the gateway.</summary>
public sealed class OutcomeTests
{
    private const string CallIdsOfAnAgent = "queryAllCallInfoByAgentWorkNoEx";
    private const string OwnCallIds = "queryAllCallId";

    [Fact]
    public async Task Cancelled_by_the_inspector()
    {
        await using var bot = await StartAsync();
        var (chat, dialog, _) = await ConfirmationAsync(bot);

        var answer = await chat.PressAsync(dialog, "Cancel", ct: Stop);

        Assert.Contains("Cancelled: nothing was done", answer.Words(), StringComparison.Ordinal);
        await chat.WaitForEditAsync(dialog, "Alex Wilber pressed “Cancel”.");
        Assert.Empty(bot.Intercepts);
        Assert.Contains("Cancelled", (await chat.PressAsync(dialog, "Intercept now", ct: Stop)).Words(), StringComparison.Ordinal);
        Assert.Empty(bot.Intercepts);
    }

    [Fact]
    public async Task Not_signed_in_any_more()
    {
        await using var bot = await StartAsync();
        var (chat, dialog, _) = await ConfirmationAsync(bot);
        await chat.TellAsync("/signout");
        await chat.WaitForTextAsync("You are signed out of the contact centre.");

        await PressAndReadAsync(chat, dialog, "× Not taken over: not signed in", "Sign in with /signin, then type /intercept again.");
        Assert.Empty(bot.Intercepts);
    }

    [Fact]
    public async Task Busy_with_another_agent()
    {
        await using var bot = await StartAsync();
        var (chat, dialog, _) = await ConfirmationAsync(bot);
        bot.StartCall(2002);
        await chat.ListenAsync(2002);

        await PressAndReadAsync(chat, dialog, "× Not taken over: something else is under way", "Finish that first (/status shows it)");
        Assert.Empty(bot.Intercepts);
    }

    [Fact]
    public async Task Another_inspector_was_faster()
    {
        await using var bot = await StartAsync();
        var callId = bot.StartCall();
        var alex = bot.Personal(Alex);
        var megan = bot.Personal(Megan);
        await alex.SignInAsync();
        await megan.SignInAsync();
        var taken = await alex.AskToInterceptAsync(callId);
        var late = await megan.AskToInterceptAsync(callId);
        await alex.PressAsync(taken, "Intercept now", ct: Stop);
        await alex.WaitForEditAsync(taken, "✔ Call taken over");

        await PressAndReadAsync(megan, late, "× Not taken over: another inspector has this call", "You are not on the call");
        Assert.Contains("Alex Wilber took this call before you.", megan.Now(late).Words(), StringComparison.Ordinal);
        Assert.Equal("1001", Assert.Single(bot.Intercepts).AgentId);
    }

    [Fact]
    public async Task The_call_ended_just_before()
    {
        await using var bot = await StartAsync();
        var (chat, dialog, _) = await ConfirmationAsync(bot);
        bot.Plot(new Fault { Kind = FaultKind.CallEndsJustBefore, Operation = "intercept" });

        await PressAndReadAsync(chat, dialog, "× Not taken over: the call has ended", "There is nobody to talk with");
        Assert.Single(bot.Intercepts);
    }

    [Fact]
    public async Task The_phone_was_not_picked_up()
    {
        await using var bot = await StartAsync(("Session:PhonePickupTimeout", "00:00:01"));
        var (chat, dialog, _) = await ConfirmationAsync(bot);
        Assert.True(bot.Centre.SetPhonePickedUp(AlexId, false));

        await PressAndReadAsync(chat, dialog, "× Not taken over: your phone was not picked up", "pick your phone up when it rings");
        Assert.Empty(bot.Intercepts);
        await bot.Gateway.RequestLog.WaitForAsync(r => r.Operation == "stopSuperviseOrInsert", TimeSpan.FromSeconds(15), Stop);
    }

    [Theory]
    [InlineData("900-001")]
    [InlineData("900-002")]
    public async Task The_gateway_refused(string code)
    {
        await using var bot = await StartAsync();
        var (chat, dialog, _) = await ConfirmationAsync(bot);
        bot.Plot(new Fault { Kind = FaultKind.RetCode, Operation = "intercept", RetCode = code });

        await PressAndReadAsync(chat, dialog, "× Not taken over: the gateway refused", "The call was not taken over");
        Assert.Contains($"(gateway code {code})", chat.Now(dialog).Words(), StringComparison.Ordinal);
        Assert.Single(bot.Intercepts);
    }

    [Fact]
    public async Task The_gateway_was_out_of_reach_before_the_intercept()
    {
        await using var bot = await StartAsync();
        var (chat, dialog, _) = await ConfirmationAsync(bot);
        bot.Plot(new Fault { Kind = FaultKind.Status, Operation = CallIdsOfAnAgent, Times = 1000 });

        await PressAndReadAsync(chat, dialog, "× Not taken over: the gateway cannot be reached", "If it lasts, tell the people who run the contact centre.");
        Assert.Empty(bot.Intercepts);
    }

    [Fact]
    public async Task The_intercept_got_lost_and_the_state_tells()
    {
        await using var bot = await StartAsync(("Interception:TalkingTimeout", "00:00:01"));
        var (chat, dialog, callId) = await ConfirmationAsync(bot);
        bot.Plot(new Fault { Kind = FaultKind.Drop, Operation = "intercept" });

        await PressAndReadAsync(chat, dialog, "× Not taken over", "keeps the call as far as it still goes on.");
        Assert.Single(bot.Intercepts);
        Assert.Contains(bot.Centre.Calls, call => call.CallId == callId && call.WorkNo == Agent);
    }

    [Fact]
    public async Task Nobody_can_tell_and_the_intercept_is_not_repeated()
    {
        await using var bot = await StartAsync(("Interception:TalkingTimeout", "00:00:01"));
        var (chat, dialog, _) = await ConfirmationAsync(bot);
        bot.Plot(new Fault { Kind = FaultKind.NoTalkingEvent, Operation = "intercept" });
        bot.Plot(new Fault { Kind = FaultKind.Status, Operation = OwnCallIds, Times = 1000 });

        await PressAndReadAsync(chat, dialog, "? Unknown: look at your phone", "look at your phone: it is not known whether the call of");
        Assert.Single(bot.Intercepts);
    }

    [Fact]
    public async Task The_answer_was_lost_but_the_talk_came()
    {
        await using var bot = await StartAsync();
        var (chat, dialog, _) = await ConfirmationAsync(bot);
        bot.Plot(new Fault { Kind = FaultKind.Drop, Operation = "intercept", AfterActing = true });

        await PressAndReadAsync(chat, dialog, "✔ Call taken over", "✔ Alex Wilber took over the call of");
        Assert.Single(bot.Intercepts);
    }

    [Fact]
    public async Task A_call_that_is_gone_is_not_asked_about()
    {
        await using var bot = await StartAsync();
        var callId = bot.StartCall();
        var chat = bot.Personal(Alex);
        await chat.SignInAsync();
        Assert.True(bot.Centre.EndCall(callId));

        await chat.TellAsync($"/intercept {Agent} {callId}");

        await chat.WaitForTextAsync("The call ended meanwhile.");
        Assert.DoesNotContain(chat.Messages, m => m.Words().Contains("Take this call over?", StringComparison.Ordinal));
    }

    private static async Task<(ChatClient Chat, ThreadMessage Dialog, string CallId)> ConfirmationAsync(BotUnderTest bot)
    {
        var callId = bot.StartCall();
        var chat = bot.Personal(Alex);
        await chat.SignInAsync();
        return (chat, await chat.AskToInterceptAsync(callId), callId);
    }

    private static async Task PressAndReadAsync(ChatClient chat, ThreadMessage dialog, string onTheCard, string inThePost)
    {
        Assert.Equal(200, (await chat.PressAsync(dialog, "Intercept now", ct: Stop)).Status);
        await chat.WaitForEditAsync(dialog, onTheCard);
        var post = await chat.WaitForPostAsync(inThePost);
        Assert.Contains("Alex Wilber", chat.User == Alex ? post.Text! : "Alex Wilber", StringComparison.Ordinal);
        Assert.True(long.Parse(post.Id) > long.Parse(dialog.Id), "The outcome is told above the dialog.");
    }
}

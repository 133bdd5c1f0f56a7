using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.EndToEnd.Tests.Faults.Databases;
using SupervisorBot.EndToEnd.Tests.Running;
using SupervisorBot.GatewaySimulator;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;
using static SupervisorBot.EndToEnd.Tests.Running.ChatSteps;

namespace SupervisorBot.EndToEnd.Tests.Boards;

/// <summary>Live boards and alerts of the whole bot, before the simulated gateway and the recording connector.</summary>
public sealed class BoardTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(40);
    private static readonly ChatConversation s_group = ChatConversation.GroupChat("19:board@thread.v2");

    private static readonly (string, string)[] s_quick = [("Board:Interval", "00:00:03"), ("Board:Settle", "00:00:00"), ("Watch:Interval", "00:00:03"), ("Session:KeeperInterval", "00:00:00.500")];

    [Fact]
    public async Task A_board_edits_itself_for_everybody_tells_calls_holds_and_monitors_and_stops_on_a_press()
    {
        await using var bot = await StartAsync(s_quick);
        await bot.Personal(Alex).SignInAsync();
        await bot.Personal(Megan).SignInAsync();
        var alex = bot.At(Alex, s_group);
        var megan = bot.At(Megan, s_group);
        await alex.TellAsync("/board");
        var board = await alex.WaitForTextAsync("Live board");
        Assert.Contains("○ Idle", board.Words(), StringComparison.Ordinal);

        var callId = bot.StartCall();
        await alex.WaitForEditAsync(board, "☎ In a call", s_limit);
        await alex.WaitForEditAsync(board, "· call ", s_limit);
        Assert.True(bot.Centre.Hold(callId));
        await alex.WaitForEditAsync(board, "‖ on hold", s_limit);
        Assert.True(bot.Centre.TakeBack(callId));

        await megan.PressAsync(megan.Now(board), "Listen", ct: Stop);
        await alex.WaitForEditAsync(board, "monitored by Megan Bowen (Listen)", s_limit);
        await megan.PressAsync(megan.Now(board), "Next", ct: Stop);
        await alex.WaitForEditAsync(board, "13 to 24 of", s_limit);

        await megan.PressAsync(megan.Now(board), "Stop updating", ct: Stop);
        var stopped = await alex.WaitForEditAsync(board, "by Megan Bowen.", s_limit);
        Assert.True(bot.Centre.SetState(2020, AgentState.Busy));
        await Task.Delay(TimeSpan.FromSeconds(4), Stop);
        Assert.Equal(stopped.Words(), alex.Now(board).Words());
        Assert.True(CallRates.Of(bot.Connector.Calls.Where(call => call.ConversationId == s_group.Id)).KeepThreadLimits);
    }

    [Fact]
    public async Task A_board_goes_on_after_a_restart_and_stops_when_its_opener_signs_out()
    {
        using var file = new TempFile();
        await using var bot = await StartAsync([.. s_quick, .. file.Setting.Settings]);
        await bot.Personal(Alex).SignInAsync();
        var chat = bot.At(Alex, s_group);
        await chat.TellAsync("/board");
        var board = await chat.WaitForTextAsync("Live board");
        await bot.RestartAsync();

        chat = bot.At(Alex, s_group);
        bot.StartCall();
        await chat.WaitForEditAsync(board, "☎ In a call", s_limit);
        await bot.Personal(Alex).TellAsync("/signout");
        await chat.WaitForEditAsync(board, "is not signed in at the contact centre any more", s_limit);
    }

    [Fact]
    public async Task An_alert_comes_once_though_the_bot_is_started_anew_and_sign_outs_are_told_as_the_gateway_tells_them()
    {
        using var file = new TempFile();
        await using var bot = await StartAsync([.. s_quick, .. file.Setting.Settings]);
        await bot.Personal(Alex).SignInAsync();
        var chat = bot.At(Alex, s_group);
        bot.StartCall();
        await chat.TellAsync("/watch call longer 10s");
        await chat.WaitForTextAsync("Rule 1: a call longer than 10 s");
        await chat.TellAsync("/watch signout");
        await chat.WaitForTextAsync("Rule 2: an agent signs out");
        await chat.WaitForTextAsync("☎ Long call", s_limit);
        await bot.RestartAsync();

        chat = bot.At(Alex, s_group);
        // The first look after the start is what later ones are compared with.
        await Task.Delay(TimeSpan.FromSeconds(8), Stop);
        Assert.True(bot.Centre.SignOut(2005));
        await chat.WaitForTextAsync("← Signed out", s_limit);
        await Task.Delay(TimeSpan.FromSeconds(4), Stop);
        Assert.Single(chat.Messages, message => message.Words().Contains("☎ Long call", StringComparison.Ordinal));
        Assert.Single(chat.Messages, message => message.Words().Contains("← Signed out", StringComparison.Ordinal));
        Assert.Contains(bot.Centre.Events, raised => raised is { WorkNo: AlexId, EventType: "QC_AgentState_Notify" });
    }
}

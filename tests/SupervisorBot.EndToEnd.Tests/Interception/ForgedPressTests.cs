using System.Text.Json.Nodes;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.EndToEnd.Tests.Running;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;
using static SupervisorBot.EndToEnd.Tests.Running.ChatSteps;

namespace SupervisorBot.EndToEnd.Tests.Interception;

/// <summary>Presses that no button of the bot made, over HTTP.</summary>
public sealed class ForgedPressTests
{
    private const string OldButton = "belongs to an older card";

    [Fact]
    public async Task A_forged_press_reaches_no_gateway_and_the_real_one_does()
    {
        await using var bot = await StartAsync();
        var chat = bot.Personal(Alex);
        var (mine, theirs) = (bot.StartCall(), bot.StartCall(workNo: 2002));
        await chat.SignInAsync();
        var dialog = await chat.AskToInterceptAsync(mine);
        var before = bot.Gateway.RequestLog.Snapshot("intercept").Count;

        var pressed = await chat.PressAsync(dialog, "Cancel", ct: Stop);
        Assert.Contains("nothing was done", pressed.Words(), StringComparison.OrdinalIgnoreCase);
        var forged = (JsonObject)pressed.Activity.DeepClone();
        forged["id"] = Guid.NewGuid().ToString();
        var action = forged["value"]!["action"]!;
        action["verb"] = "intercept.call";
        action["data"]!["verb"] = "intercept.call";
        action["data"]!["workNo"] = 2002;
        action["data"]!["callId"] = theirs;
        Assert.Contains(OldButton, (await chat.SendAsync(forged, Stop)).Text, StringComparison.Ordinal);

        action["verb"] = "monitor.start";
        action["data"] = new JsonObject { ["verb"] = "monitor.start", ["workNo"] = 2002, ["mode"] = "Insert" };
        Assert.Contains(OldButton, (await chat.SendAsync(forged, Stop)).Text, StringComparison.Ordinal);
        Assert.Equal(before, bot.Gateway.RequestLog.Snapshot("intercept").Count);

        await chat.TellAsync($"/intercept 2002 {theirs}");
        var real = await chat.WaitForAsync(message => message.Id != dialog.Id && message.Words().Contains("Take this call over?", StringComparison.Ordinal));
        await chat.PressAsync(real, "Intercept now", ct: Stop);
        await chat.WaitForEditAsync(real, "✔ Call taken over");
        Assert.Equal(theirs, Assert.Single(bot.Intercepts).CallId);
    }

    [Fact]
    public async Task A_press_that_is_sent_again_from_another_conversation_is_refused()
    {
        await using var bot = await StartAsync();
        var chat = bot.Personal(Alex);
        var callId = bot.StartCall();
        await chat.SignInAsync();
        var dialog = await chat.AskToInterceptAsync(callId);
        var refresh = await chat.SayAsync("/status", Stop);
        Assert.Equal(200, refresh.Status);
        var status = await chat.WaitForTextAsync("Your status");
        var press = (JsonObject)(await chat.PressAsync(status, "Refresh", ct: Stop)).Activity.DeepClone();
        var group = bot.At(Alex, ChatConversation.GroupChat("19:elsewhere@thread.v2"));
        press["id"] = Guid.NewGuid().ToString();
        press["conversation"] = new JsonObject { ["id"] = "19:elsewhere@thread.v2", ["conversationType"] = "groupChat", ["isGroup"] = true, ["tenantId"] = ChatConversation.TenantId };

        Assert.Contains(OldButton, (await group.SendAsync(press, Stop)).Text, StringComparison.Ordinal);
        await chat.PressAsync(dialog, "Intercept now", ct: Stop);
        await chat.WaitForEditAsync(dialog, "✔ Call taken over");
    }
}

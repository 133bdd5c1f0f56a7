using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.EndToEnd.Tests.Running;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;
using static SupervisorBot.EndToEnd.Tests.Running.ChatSteps;

namespace SupervisorBot.EndToEnd.Tests.Interception;

/// <summary>An interception that needs a second pair of eyes and a reason, from the question to the gateway.</summary>
public sealed class ApprovalTests
{
    private const string Question = "Approve taking this call over?";
    private const string Reason = "The customer asks for a supervisor";

    private static readonly (string, string)[] s_policy =
    [
        ("Interception:Approval", "SecondInspector"), ("Interception:Reason", "Required"), ("Interception:Reasons:0", Reason), ("Interception:Reasons:1", "Complaint"),
    ];

    [Fact]
    public async Task The_call_is_taken_over_once_when_another_inspector_approves()
    {
        await using var bot = await StartAsync(s_policy);
        var (alex, megan, dialog, question) = await AskAsync(bot);
        Assert.Contains(Reason, question.Words(), StringComparison.Ordinal);
        Assert.Empty(bot.Intercepts);

        await megan.PressAsync(question, "Approve", ct: Stop);

        await alex.WaitForEditAsync(dialog, "✔ Call taken over");
        Assert.Contains("Approved by Megan Bowen", alex.Now(dialog).Words(), StringComparison.Ordinal);
        await megan.WaitForEditAsync(question, "✔ Call taken over");
        Assert.Contains("Megan Bowen approved at", megan.Now(question).Words(), StringComparison.Ordinal);
        await megan.PressAsync(question, "Approve", ct: Stop);
        Assert.Single(bot.Intercepts);
    }

    [Fact]
    public async Task Nothing_reaches_the_gateway_when_it_is_declined()
    {
        await using var bot = await StartAsync(s_policy);
        var (alex, megan, dialog, question) = await AskAsync(bot);

        await megan.PressAsync(question, "Decline", ct: Stop);

        await alex.WaitForEditAsync(dialog, "× Not taken over: declined");
        await megan.PressAsync(question, "Approve", ct: Stop);
        Assert.Empty(bot.Gateway.RequestLog.Snapshot("addSupervise"));
        Assert.Empty(bot.Intercepts);
    }

    [Fact]
    public async Task Nothing_reaches_the_gateway_when_nobody_answers_in_time()
    {
        await using var bot = await StartAsync([.. s_policy, ("Interception:ApprovalLifetime", "00:00:05")]);
        var (alex, megan, dialog, question) = await AskAsync(bot);

        await alex.WaitForEditAsync(dialog, "× Not taken over: not approved in time");
        await megan.WaitForEditAsync(question, "Expired: nobody approved");
        await megan.PressAsync(question, "Approve", ct: Stop);
        Assert.Empty(bot.Intercepts);
    }

    /// <summary>Alex asks and confirms, and Megan is asked.</summary>
    private static async Task<(ChatClient Alex, ChatClient Megan, ThreadMessage Dialog, ThreadMessage Question)> AskAsync(BotUnderTest bot)
    {
        var (alex, megan) = (bot.Personal(Alex), bot.Personal(Megan));
        await megan.TellAsync("/status");
        await megan.WaitForTextAsync("Your status");
        var callId = bot.StartCall();
        await alex.SignInAsync();
        var dialog = await alex.AskToInterceptAsync(callId);
        await alex.PressAsync(dialog, "Intercept now", new Dictionary<string, string> { ["reason"] = Reason }, Stop);
        await alex.WaitForEditAsync(dialog, "Waiting for approval");
        return (alex, megan, dialog, await megan.WaitForTextAsync(Question));
    }
}

using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;

namespace SupervisorBot.Demo;

/// <summary>Plays an inspector's chat with the bot, from the sign-in to the sign-out, over the bot's real endpoint.</summary>
internal sealed class Walkthrough(DemoRun run, ChatPrinter printer)
{
    /// <summary>How long the whole may take.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(90);

    /// <summary>How long the inspector talks with the customer.</summary>
    private static readonly TimeSpan s_talk = TimeSpan.FromSeconds(2);

    /// <summary>Plays it.</summary>
    /// <exception cref="WalkthroughException">Something did not go as it must.</exception>
    public async Task PlayAsync(CancellationToken ct)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(ct);
        ends.CancelAfter(s_limit);
        await using var connector = await RecordingConnector.StartAsync(ends.Token);
        var user = DemoPeople.Alex.ToChatUser();
        var conversation = ChatConversation.Personal(connector.PersonalChatOf(user.Id));
        using var chat = new WatchedChat(
            connector, new ChatClient(run.MessagesEndpoint, connector, user, conversation, DemoPeople.Bot), printer, ends.Token);
        try
        {
            await PlayAsync(chat);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new WalkthroughException($"The walkthrough did not come to its end within {s_limit.TotalSeconds:0} s.");
        }
    }

    private async Task PlayAsync(WatchedChat chat)
    {
        await SignInAsync(chat);
        var workNo = await ListenAsync(chat);
        var callId = await InterceptAsync(chat, workNo);
        await TalkAsync(chat);
        await SignOutAsync(chat);
        if (Verdict.Fault(run.Simulator.RequestLog.Snapshot(), workNo, callId) is { } fault)
        {
            throw new WalkthroughException(fault);
        }
    }

    private async Task SignInAsync(WatchedChat chat)
    {
        printer.Scene("An inspector opens a chat with the bot and signs in at the contact centre");
        await chat.OpenAsync();
        await chat.UntilAsync("/help", "The bot did not welcome the inspector");
        await chat.SayAsync("/signin");
        await chat.UntilAsync("✔ Signed in", "The bot did not tell that the inspector is signed in");
    }

    /// <summary>Looks at the agents of a group, and listens to one who is in a call.</summary>
    private async Task<int> ListenAsync(WatchedChat chat)
    {
        printer.Scene("The inspector looks at a group of agents, and listens to one of them: nobody hears it");
        var centre = run.Simulator.ContactCentre;
        var call = centre.Calls.FirstOrDefault(live => !live.OnHold && centre.FindAgent(live.WorkNo) is { Vcc: 1 })
            ?? throw new WalkthroughException("Nobody in the simulated contact centre has a call.");
        var agent = centre.FindAgent(call.WorkNo)!;
        await chat.SayAsync($"/agents {agent.Group}");
        await chat.UntilAsync(agent.Name, $"The bot did not list {agent.Name}");
        await chat.SayAsync($"/listen {agent.WorkNo}");
        await chat.UntilAsync("You are on the call", "The inspector did not get to listen");
        return agent.WorkNo;
    }

    private async Task<string> InterceptAsync(WatchedChat chat, int workNo)
    {
        printer.Scene("The inspector takes the call over");
        await chat.SayAsync("/intercept");
        var agent = await chat.UntilButtonAsync("intercept.agent", "The bot did not offer the agent who is listened to", workNo);
        await chat.PressAsync(agent.Message, agent.Button);
        var call = await chat.UntilButtonAsync("intercept.call", "The bot did not offer the agent's call", workNo);
        var callId = (string?)call.Button.Action["data"]?["callId"] ?? throw new WalkthroughException("The bot's choice of calls names no call id.");
        await chat.PressAsync(call.Message, call.Button);
        var confirmation = await chat.UntilButtonAsync("intercept.confirm", "The bot did not ask for a confirmation");
        if (run.Simulator.RequestLog.Snapshot("intercept").Count > 0)
        {
            throw new WalkthroughException("The gateway received an intercept before it was confirmed.");
        }

        await chat.PressAsync(confirmation.Message, confirmation.Button);
        await chat.UntilAsync("Call taken over", "The confirmation did not turn into the outcome of the interception");
        return callId;
    }

    private static async Task TalkAsync(WatchedChat chat)
    {
        await chat.UntilAsync("talks with the customer", "The bot did not post that the inspector talks with the customer");
        await Task.Delay(s_talk);
        await chat.SayAsync("/hangup");
        await chat.UntilAsync(
            message => message.Card is null && message.Text?.Contains(" lasted ", StringComparison.Ordinal) == true,
            "The bot did not post the end of the talk with its length");
    }

    private async Task SignOutAsync(WatchedChat chat)
    {
        printer.Scene("The inspector signs out");
        await chat.SayAsync("/signout");
        await chat.UntilAsync("You are signed out", "The bot did not tell that the inspector is signed out");
    }
}

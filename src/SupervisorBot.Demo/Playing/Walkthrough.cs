using System.Text.Json.Nodes;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.Demo;

/// <summary>Plays an inspector's chat with the bot, from the sign-in to the sign-out, over the bot's real endpoint.</summary>
internal sealed class Walkthrough(DemoRun run, ChatPrinter printer)
{
    /// <summary>A number that is kept for fiction.</summary>
    private const string SecondCustomer = "447700900123";

    private const string Taken = "Call taken over";
    private const string NotTaken = "Not taken over";

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
        var chosen = await ListenAsync(chat);
        await InterceptAsync(chat, chosen);
        await TalkAsync(chat);
        await SignOutAsync(chat);
        if (Verdict.Fault(run.Simulator.RequestLog.Snapshot(), chosen.WorkNo, chosen.CallId) is { } fault)
        {
            throw new WalkthroughException(fault);
        }
    }

    private async Task SignInAsync(WatchedChat chat)
    {
        printer.Scene("An inspector opens a chat with the bot and signs in at the contact centre");
        await chat.OpenAsync();
        await chat.UntilAsync("/signin", "The bot did not welcome the inspector");
        await chat.SayAsync("/signin");
        await chat.UntilAsync("✔ Signed in", "The bot did not tell that the inspector is signed in");
    }

    /// <summary>Looks at the agents of a group, and listens to one who has two calls.</summary>
    private async Task<CallView> ListenAsync(WatchedChat chat)
    {
        printer.Scene("The inspector looks at a group of agents, and listens to one of them: nobody hears it");
        var (agent, call) = TwoCalls(run.Simulator.ContactCentre);
        await chat.SayAsync($"/agents {agent.Group}");
        await chat.UntilAsync(agent.Name, $"The bot did not list {agent.Name}");
        await chat.SayAsync($"/listen {agent.WorkNo}");
        await chat.UntilAsync("You are on the call", "The inspector did not get to listen");
        return call;
    }

    /// <summary>Has an agent put a customer on hold for a second one, so that there is a call to choose.</summary>
    private static (AgentView Agent, CallView Call) TwoCalls(ContactCentre centre)
    {
        var held = centre.Calls.FirstOrDefault(call => !call.OnHold && centre.FindAgent(call.WorkNo) is { Vcc: 1 });
        if (held is null || !centre.Hold(held.CallId))
        {
            throw new WalkthroughException("Nobody in the simulated contact centre has a call.");
        }

        var callId = centre.StartCall(held.WorkNo, SecondCustomer);
        return (centre.FindAgent(held.WorkNo)!, centre.Calls.Single(call => call.CallId == callId));
    }

    private async Task InterceptAsync(WatchedChat chat, CallView chosen)
    {
        printer.Scene("The inspector takes one of the agent's two calls over");
        await chat.SayAsync("/intercept");
        await PressAsync(chat, "intercept.agent", data => (int?)data["workNo"] == chosen.WorkNo, "The bot did not offer the agent who is listened to");
        await PressAsync(chat, "intercept.call", data => (string?)data["callId"] == chosen.CallId, "The bot did not offer the agent's second call");
        var confirmation = await chat.UntilButtonAsync("intercept.confirm", _ => true, "The bot did not ask for a confirmation");
        if (run.Simulator.RequestLog.Snapshot("intercept").Count > 0)
        {
            throw new WalkthroughException("The gateway received an intercept before it was confirmed.");
        }

        await chat.PressAsync(confirmation.Message, confirmation.Button);
        var outcome = await chat.UntilAsync(
            message => message.Id == confirmation.Message.Id && (WatchedChat.Words(message) is var words && (Shows(words, Taken) || Shows(words, NotTaken))),
            "The confirmation did not turn into the outcome of the interception");
        if (!Shows(WatchedChat.Words(outcome), Taken))
        {
            throw new WalkthroughException("The bot says that the call was not taken over.");
        }
    }

    private static bool Shows(string words, string wanted) => words.Contains(wanted, StringComparison.Ordinal);

    private static async Task PressAsync(WatchedChat chat, string verb, Func<JsonObject, bool> isIt, string failure)
    {
        var (message, button) = await chat.UntilButtonAsync(verb, isIt, failure);
        await chat.PressAsync(message, button);
    }

    private static async Task TalkAsync(WatchedChat chat)
    {
        await chat.UntilAsync("talks with the customer", "The bot did not post that the inspector talks with the customer");
        await Task.Delay(s_talk);
        await chat.SayAsync("/hangup now");
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

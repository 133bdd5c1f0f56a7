using System.Globalization;
using SupervisorBot.ConnectorSimulator.Cards;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.EndToEnd.Tests.Faults.Rows;
using SupervisorBot.EndToEnd.Tests.Running;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.EndToEnd.Tests.Faults;

/// <summary>One inspector on the way to one interception, with whatever goes wrong on it.</summary>
internal sealed class FaultScene(BotUnderTest bot, int inspector, ChatClient chat, int other, ChatClient otherChat, int agent, int spare)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(45);

    public BotUnderTest Bot => bot;

    public int Inspector => inspector;

    public int Agent => agent;

    public ChatClient Chat => chat;

    public string CallId { get; private set; } = "";

    public ThreadMessage Dialog { get; private set; } = null!;

    public required FaultRow Row { get; init; }

    /// <summary>Plays the row, and tells what happened.</summary>
    public async Task<FaultReport> RunAsync()
    {
        await Row.Play(this);
        return await EndAsync();
    }

    /// <summary>Makes something go wrong with the next calls that this inspector makes at the gateway.</summary>
    public void AtGateway(Fault fault) => bot.Plot(fault with { AgentId = inspector });

    /// <summary>Makes something go wrong with the next posts and edits in this inspector's chat.</summary>
    public void AtConnector(ConnectorFault fault, Func<ConnectorCall, bool> when, int times = 1) =>
        bot.Connector.Plot(fault, call => IsHere(call) && when(call), times);

    /// <summary>Whether a call goes to this inspector's chat.</summary>
    public bool IsHere(ConnectorCall call) => call.ConversationId == chat.Conversation.Id;

    /// <summary>The agent transfers the call to another one, just before the gateway acts on a request.</summary>
    public Task CallTransferredAt(At step)
    {
        AtGateway(step.This(new Fault { Kind = FaultKind.CallTransferredJustBefore, OtherWorkNo = spare }));
        return Task.CompletedTask;
    }

    /// <summary>The second inspector takes the call by other means than the bot, just before the gateway acts on a request.</summary>
    public Task CallTakenAt(At step)
    {
        AtGateway(step.This(new Fault { Kind = FaultKind.OtherInspectorJustBefore, OtherWorkNo = other }));
        return Task.CompletedTask;
    }

    /// <summary>Lets the fault in, and tries to sign in.</summary>
    public async Task SignInInVainAsync()
    {
        CallId = bot.StartCall(agent);
        await Row.Strike(this);
        await chat.TellAsync("/signin");
        Dialog = await chat.WaitForAsync(message => TitleOf(message) == Row.End.Title, Limit);
    }

    /// <summary>Listens first, so that the intercept needs no event before it is sent.</summary>
    public async Task ListenThenInterceptAsync()
    {
        CallId = bot.StartCall(agent);
        await chat.SignInAsync();
        await chat.ListenAsync(agent);
        Dialog = await chat.AskToInterceptAsync(CallId, agent);
        await Row.Strike(this);
        await PressAsync();
    }

    /// <summary>Signs in, asks for the call, lets the fault in, and confirms.</summary>
    /// <param name="thenAtGateway">What goes wrong from the arrival of the intercept on.</param>
    public async Task InterceptAsync(params IReadOnlyList<Fault> thenAtGateway)
    {
        await ConfirmAsync();
        await Row.Strike(this);
        await PressAsync();
        if (thenAtGateway.Count > 0)
        {
            await ArrivedAsync("intercept");
        }

        foreach (var fault in thenAtGateway)
        {
            AtGateway(fault);
        }
    }

    /// <summary>Waits for one of this inspector's requests.</summary>
    public Task ArrivedAsync(string operation) => bot.Gateway.RequestLog.WaitForAsync(
        request => request.Operation == operation && IsOurs(request), Limit, ChatSteps.Stop);

    public async Task ConfirmAsync()
    {
        CallId = bot.StartCall(agent);
        await chat.SignInAsync();
        Dialog = await chat.AskToInterceptAsync(CallId, agent);
    }

    public async Task PressAsync() => Assert.Equal(200, (await chat.PressAsync(Dialog, "Intercept now", ct: ChatSteps.Stop)).Status);

    /// <summary>Says something until it is answered by a card: what is said before the bot has read a refusal is not heard after it.</summary>
    public async Task AskUntilAnsweredAsync(string text, string title)
    {
        for (var tries = 1; ; tries++)
        {
            await chat.TellAsync(text);
            try
            {
                await chat.WaitForAsync(message => TitleOf(message) == title, TimeSpan.FromSeconds(5));
                return;
            }
            catch (TimeoutException) when (tries < 4)
            {
                // Once more.
            }
        }
    }

    /// <summary>Presses when that cannot be taken.</summary>
    /// <returns>What the inspector reads in answer.</returns>
    public async Task<string> PressInVainAsync()
    {
        var answer = await chat.PressAsync(Dialog, "Intercept now", ct: ChatSteps.Stop);
        Assert.Equal(200, answer.Status);
        return answer.Words();
    }

    /// <summary>The second inspector asks for the same call and confirms.</summary>
    public async Task<ThreadMessage> OtherPressesAsync()
    {
        await otherChat.SignInAsync();
        var dialog = await otherChat.AskToInterceptAsync(CallId, agent);
        await otherChat.PressAsync(dialog, "Intercept now", ct: ChatSteps.Stop);
        return await otherChat.WaitForAsync(message => message.Id == dialog.Id && IsOver(TitleOf(message)), Limit);
    }

    /// <summary>Waits for the row's end as the inspector sees it, and looks at the gateway then.</summary>
    private async Task<FaultReport> EndAsync()
    {
        var end = Row.End;
        var card = await chat.WaitForAsync(IsEnd, Limit);
        Assert.All(end.OnCard, words => Assert.Contains(words, card.Words(), StringComparison.Ordinal));
        foreach (var words in end.InPosts)
        {
            await chat.WaitForAsync(message => IsPost(message, words), Limit);
        }

        await Row.Mend(this);

        if (end is { InPosts.Count: 0, OnNewCard: null })
        {
            Assert.DoesNotContain(chat.Messages, message => IsLater(message));
        }

        // Who takes the call next is tried before counting, so that what comes late is counted too.
        var after = await AfterAsync();
        await SettledAsync();
        Assert.All(bot.Gateway.RequestLog.Snapshot("intercept").Where(IsOurs), request => Assert.Empty(request.Violations));
        CheckPosts();
        return new FaultReport(TitleOf(chat.Messages.Last(IsEnd))[..end.Title.Length], Traffic.Of(bot.Gateway.RequestLog, inspector), after);
    }

    /// <summary>Leaves the seat: nobody polls for it any more.</summary>
    public void Leave()
    {
        bot.Centre.SignOut(inspector);
        bot.Centre.SignOut(other);
    }

    /// <summary>Has the gateway receive what it is still to receive, such as a detach that nobody waits for.</summary>
    private Task SettledAsync() => Row.Gets.Detaches == 0
        ? Task.CompletedTask
        : bot.Gateway.RequestLog.WaitForAsync(
            _ => Traffic.Of(bot.Gateway.RequestLog, inspector).Detaches >= Row.Gets.Detaches, TimeSpan.FromSeconds(15), ChatSteps.Stop);

    private async Task<Aftermath> AfterAsync()
    {
        var call = bot.Centre.Calls.FirstOrDefault(live => live.CallId == CallId);
        if (call is null)
        {
            return Aftermath.Over;
        }

        if (call.WorkNo != agent)
        {
            return call.WorkNo == inspector ? Aftermath.InspectorTalks : Aftermath.Elsewhere;
        }

        var answer = TitleOf(await OtherPressesAsync());
        return answer == FaultEnd.Done.Title ? Aftermath.Free
            : answer == FaultEnd.TakenByAnother.Title ? Aftermath.Reserved
            : throw new InvalidOperationException($"The other inspector's try ended as: {answer}");
    }

    private bool IsOurs(RequestRecord request) => request.AgentId == inspector.ToString(CultureInfo.InvariantCulture);

    private bool IsEnd(ThreadMessage message) =>
        message.IsFromBot
        && message.Id == Dialog.Id != Row.End.IsAnew
        && TitleOf(message).StartsWith(Row.End.Title, StringComparison.Ordinal)
        && (message.PaintedCard is null || !IsOver(Row.End.Title));

    private void CheckPosts()
    {
        var end = Row.End;
        foreach (var (words, index) in end.InPosts.Select((words, index) => (words, index)))
        {
            Assert.Equal(index == 0 ? end.Copies : 1, chat.Messages.Count(message => IsPost(message, words)));
        }

        Assert.All(end.NotInPosts, words => Assert.DoesNotContain(chat.Messages, message => IsPost(message, words)));
        if (end is { InPosts.Count: 0, OnNewCard: null })
        {
            Assert.DoesNotContain(chat.Messages, message => IsLater(message));
        }
    }

    private bool IsPost(ThreadMessage message, string words) => IsLater(message) && message.Text!.Contains(words, StringComparison.Ordinal);

    private bool IsLater(ThreadMessage message) =>
        message.IsFromBot && message.Text is not null && long.Parse(message.Id, CultureInfo.InvariantCulture)
            > long.Parse(Dialog.Id, CultureInfo.InvariantCulture);

    private static bool IsOver(string title) => title.Length > 0 && title[0] is '✔' or '×' or '?';

    private static string TitleOf(ThreadMessage message) => message.Card is { } card && CardReader.Lines(card) is [var title, ..] ? title : "";
}

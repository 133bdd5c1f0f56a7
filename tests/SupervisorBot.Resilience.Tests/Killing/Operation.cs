using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.GatewaySimulator;
using SupervisorBot.Resilience.Tests.Running;

namespace SupervisorBot.Resilience.Tests.Killing;

/// <summary>One interception that is interrupted: who, which call, at which moment, and what became of the press.</summary>
internal sealed class Operation(Site site, Person person, string callId, Interruption interruption)
{
    private long _firstRequest;
    private int _firstCall;

    public Person Person => person;

    public string CallId => callId;

    public Interruption Interruption => interruption;

    /// <summary>The message with the confirmation, which becomes the one that tells the outcome.</summary>
    public ThreadMessage Dialog { get; private set; } = null!;

    /// <summary>Whether the bot answered the press: from then on it owes an outcome.</summary>
    public bool IsAccepted { get; private set; }

    /// <summary>What the gateway received for this press.</summary>
    public IReadOnlyList<InterceptRecord> Intercepts => site.Gateway.Intercepts.Snapshot(person.AgentId, person.WorkNo, callId);

    /// <summary>Whether the inspector has, or had, the call: the gateway carried an intercept out.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>The dialog as its inspector sees it.</summary>
    public ThreadMessage Now => site.Connector.Thread(person.Thread.Id, person.User.Id).Single(message => message.Id == Dialog.Id);

    /// <summary>Asks for the call and waits for the confirmation.</summary>
    public async Task ProposeAsync(Uri bot)
    {
        _firstCall = site.Connector.Calls.Count;
        var chat = site.Chat(bot, person);
        Assert.Equal(200, (await chat.SayAsync($"/intercept {person.WorkNo} {callId}", Site.Stop)).Status);
        Dialog = await chat.WaitForAsync(message => Outcomes.IsOpen(message) && message.Words().Contains(callId, StringComparison.Ordinal), TimeSpan.FromSeconds(60));
        _firstRequest = site.Gateway.RequestLog.Snapshot().Select(request => request.Sequence).DefaultIfEmpty().Max();
    }

    /// <summary>Presses; the bot may die before it answers.</summary>
    public async Task PressAsync(Uri bot)
    {
        try
        {
            IsAccepted |= (await site.Chat(bot, person).PressAsync(Now, "Intercept now", ct: Site.Stop)).Status == 200;
        }
        catch (HttpRequestException)
        {
            // The connection broke: the client shows the card as it was.
        }
    }

    /// <summary>Waits until a request of this press has reached the gateway.</summary>
    public Task ReachesAsync(string operation) =>
        site.Gateway.RequestLog.WaitForAsync(request => IsOurs(request) && request.Operation == operation, Interruption.ReachLimit, Site.Stop);

    /// <summary>Waits until the gateway has answered such a request.</summary>
    public Task AnsweredAsync(string operation) =>
        site.Gateway.RequestLog.WaitForAsync(
            request => IsOurs(request) && request.Operation == operation && request.Outcome != "open", Interruption.ReachLimit, Site.Stop);

    /// <summary>Remembers whether the inspector has the call, as long as it lasts.</summary>
    public void Look() =>
        IsTaken |= site.Centre.Calls.Any(call => call.CallId == callId && call.WorkNo == person.AgentId);

    /// <summary>Every outcome that the thread was told of this operation, as a card or as a post, in order.</summary>
    public IReadOnlyList<Outcome> Told =>
    [
        .. site.Connector.Calls.Skip(_firstCall)
            .Where(call => call.ConversationId == person.Thread.Id && call.Status is >= 200 and < 300 && (call.IsPost || call.ActivityId == Dialog.Id))
            .Select(call => call.Card is { } card ? Outcomes.OfCard(card) : Outcomes.OfText(call.Text))
            .OfType<Outcome>(),
    ];

    /// <summary>Whether the dialog's message and a post below it tell an outcome by an edit: not only as the answer to the presser.</summary>
    public bool IsTold => Now is { PaintedCard: null } now && Outcomes.OfMessage(now) is not null && IsPosted;

    /// <summary>Whether the thread tells that the call was taken over and does not tell yet that the talk has ended.</summary>
    public bool IsTalking => Outcomes.OfMessage(Now) == Outcome.Done && !BelowTheDialog.Any(Outcomes.TellsEndOfTalk);

    private bool IsPosted => BelowTheDialog.Any(message => message.Card is null && Outcomes.OfText(message.Text) is not null);

    private IEnumerable<ThreadMessage> BelowTheDialog => site.Connector.Thread(person.Thread.Id, person.User.Id).SkipWhile(message => message.Id != Dialog.Id).Skip(1);

    public override string ToString() =>
        $"{interruption.Name}: inspector {person.AgentId}, call {callId}, accepted {IsAccepted}, taken {IsTaken}, "
        + $"told [{string.Join(", ", Told)}], intercepts [{string.Join("; ", Intercepts.Select(i => $"{i.Outcome} {i.ActedRetCode}"))}]\n"
        + site.Connector.Print(person.Thread.Id, person.User.Id);

    private bool IsOurs(RequestRecord request) =>
        request.Sequence > _firstRequest && request.AgentId == person.AgentId.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

using SupervisorBot.Benchmarks.Centre;
using SupervisorBot.Benchmarks.Chat;
using SupervisorBot.Benchmarks.Servers;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.Benchmarks.Latency;

/// <summary>The bot: every inspector listens to an agent, opens the confirmation, presses, talks, and the customer hangs up.</summary>
internal sealed class BotTakeovers(BotProcess bot, GatewaySimulatorHost gateway) : ITakeoverServer
{
    private const string TalkingEvent = "AgentEvent_Talking";

    private readonly Random _random = new(1);

    public string Title => bot.Server.Title;

    public async Task<IReadOnlyList<TakeoverSample>> RunAsync(PressPattern pattern, CancellationToken cancellationToken)
    {
        gateway.RequestLog.Clear();
        var ready = await Task.WhenAll(bot.Chats.Select(chat => PrepareAsync(chat, cancellationToken)));
        var moments = PressMoment.Of(pattern, ready.Length, _random);
        var taken = await Task.WhenAll(ready.Zip(moments, (takeover, moment) => Task.Run(() => PressAsync(takeover, moment, cancellationToken), cancellationToken)));
        await Task.WhenAll(taken.Select(takeover => HangUpAsync(takeover, cancellationToken)));

        var requests = gateway.RequestLog.Snapshot();
        var events = gateway.ContactCentre.Events.Where(raised => raised.EventType == TalkingEvent).ToLookup(raised => raised.WorkNo);
        return [.. taken.Select(takeover => Measure(takeover, requests, events[takeover.Chat.Person.AgentId]))];
    }

    private async Task<Takeover> PrepareAsync(InspectorChat chat, CancellationToken cancellationToken)
    {
        var agent = BenchmarkGateway.AgentOf(chat.Person);
        var callId = gateway.ContactCentre.StartCall(agent, $"+4915112{agent:D6}");
        await chat.AskAsync($"/listen {agent}", "monitor.switch", cancellationToken);
        var confirmation = await chat.AskAsync($"/intercept {agent} {callId}", "intercept.confirm", cancellationToken);
        return new Takeover(chat, callId, confirmation, chat.Press(confirmation, "intercept.confirm").Next(), chat.Inbox.Count);
    }

    private static async Task<Takeover> PressAsync(Takeover takeover, TimeSpan moment, CancellationToken cancellationToken)
    {
        var (sent, answered) = await PressMoment.SendAsync(takeover.Chat.Sender, takeover.Press, moment, cancellationToken);
        var talk = await takeover.Chat.ExpectAsync(takeover.Place, post => post.Offers("talk.end"), "no talk came about", cancellationToken);
        return takeover with { Sent = sent, Answered = answered, Talk = talk };
    }

    /// <summary>The talk's message loses its button, then the next round can begin.</summary>
    private async Task HangUpAsync(Takeover takeover, CancellationToken cancellationToken)
    {
        gateway.ContactCentre.EndCall(takeover.CallId);
        await takeover.Chat.ExpectAsync(
            takeover.Place, post => post.IsEdit && post.MessageId == takeover.Talk!.MessageId && !post.Offers("talk.end"), "the talk did not end", cancellationToken);
    }

    private static TakeoverSample Measure(Takeover takeover, IReadOnlyList<RequestRecord> requests, IEnumerable<EventRecord> talks)
    {
        var agentId = takeover.Chat.Person.AgentId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var put = requests.Single(request => request.Operation == "intercept" && request.CallId == takeover.CallId).ReceivedTimestamp;
        var refreshed = requests.Any(request => request.AgentId == agentId && request.Operation is not ("intercept" or "getAgentEvent")
            && request.ReceivedTimestamp > takeover.Sent && request.ReceivedTimestamp < put);

        var talk = talks.Single(raised => raised.RaisedTimestamp > takeover.Sent);
        var left = talk.DeliveredTimestamp!.Value;
        var posts = takeover.Chat.Inbox.From(takeover.Place);
        var edit = posts.First(post => post.IsEdit && post.MessageId == takeover.Confirmation.MessageId && post.Timestamp > left);
        var told = posts.First(post => !post.IsEdit && post.IsText && post.Timestamp > left);
        return new TakeoverSample(PressMoment.Milliseconds(takeover.Sent, put))
        {
            PressToAnswer = PressMoment.Milliseconds(takeover.Sent, takeover.Answered),
            TalkToEdit = PressMoment.Milliseconds(left, edit.Timestamp),
            TalkToPost = PressMoment.Milliseconds(left, told.Timestamp),
            WaitForPoll = PressMoment.Milliseconds(talk.RaisedTimestamp, left),
            RefreshedGuid = refreshed,
        };
    }

    private sealed record Takeover(InspectorChat Chat, string CallId, Post Confirmation, byte[] Press, int Place)
    {
        public long Sent { get; init; }

        public long Answered { get; init; }

        public Post? Talk { get; init; }
    }
}

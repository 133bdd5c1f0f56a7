using System.Diagnostics;
using System.Text.Json.Nodes;
using SupervisorBot.Benchmarks.Centre;
using SupervisorBot.Benchmarks.Chat;
using SupervisorBot.Benchmarks.Latency;
using SupervisorBot.Benchmarks.Report;
using SupervisorBot.Benchmarks.Servers;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.Benchmarks.Sessions;

/// <summary>
/// One bot after the other, each with more signed-in inspectors: what they cost while nothing happens, and how fast a talk becomes a post while
/// talks begin everywhere at once.
/// </summary>
internal static class SessionScenario
{
    private const string TalkingEvent = "AgentEvent_Talking";

    /// <summary>The talk of an intercept never begins by itself: the scenario begins all of them, at its own pace.</summary>
    private static readonly TimeSpan s_never = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    public static async Task<IReadOnlyList<SessionResult>> RunAsync(BenchmarkOptions options, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var results = new List<SessionResult>();
        foreach (var count in options.IsQuick ? [50] : options.SignedIn)
        {
            results.Add(await MeasureAsync(count, options, folder.CreateSubdirectory($"{count}"), cancellationToken));
        }

        return results;
    }

    private static async Task<SessionResult> MeasureAsync(int count, BenchmarkOptions options, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        await using var connector = await LeanConnector.StartAsync(cancellationToken);
        await using var gateway = await BenchmarkGateway.StartAsync(count, s_never, cancellationToken);
        var people = BenchmarkGateway.People(count);
        var settings = await ServerSettings.WriteAsync(folder, gateway, people, Storages.Sqlite, new JsonObject
        {
            ["Interception"] = new JsonObject { ["TalkingTimeout"] = "00:05:00", ["ConfirmationLifetime"] = "00:10:00" },
        });
        var (bareBytes, bareCpu) = await PollBarelyAsync(settings, options, cancellationToken);
        foreach (var person in people)
        {
            gateway.ContactCentre.SignOut(person.AgentId);
        }

        await using var bot = await BotProcess.StartAsync(Storages.Sqlite, settings, people, connector, cancellationToken);

        var empty = await RestingAsync(bot.Server, TimeSpan.FromSeconds(2), cancellationToken);
        Benchmark.Tell($"sessions: signing {count} inspectors in");
        await bot.SignInAsync(cancellationToken);
        await Task.Delay(options.AtRest / 4, cancellationToken);
        Benchmark.Tell($"sessions: {count} at rest");
        var rest = await RestingAsync(bot.Server, options.AtRest, cancellationToken);

        InspectorChat[] talkers = [.. bot.Chats.Take(options.Talks)];
        Benchmark.Tell($"sessions: {talkers.Length} calls are being taken over");
        var talks = await TakeOverAsync(talkers, gateway, cancellationToken);
        Benchmark.Tell($"sessions: {talkers.Length} talks begin");
        var (rate, talkToPost, wait) = await BeginTalksAsync(talks, gateway, options.TalksPerSecond, cancellationToken);
        return new SessionResult(count, bareBytes, bareCpu, rest.Cores, empty.Bytes, rest.Bytes, rate, talkToPost, wait);
    }

    /// <summary>What the polls cost without a bot around them.</summary>
    private static async Task<(long Bytes, double Cores)> PollBarelyAsync(string settings, BenchmarkOptions options, CancellationToken cancellationToken)
    {
        await using var bare = await ServerProcess.StartAsync("bare polls", ServedProcess.Polls, settings, cancellationToken);
        var empty = await RestingAsync(bare, TimeSpan.FromSeconds(2), cancellationToken);
        using var sender = bare.Sender(BarePolls.Begin);
        await sender.SendAsync([], cancellationToken);
        await Task.Delay(options.AtRest / 4, cancellationToken);
        var rest = await RestingAsync(bare, options.AtRest, cancellationToken);
        return (rest.Bytes - empty.Bytes, rest.Cores);
    }

    private static async Task<(double Cores, long Bytes)> RestingAsync(ServerProcess server, TimeSpan length, CancellationToken cancellationToken)
    {
        var (cpu, began) = (server.CpuTime, Stopwatch.GetTimestamp());
        await Task.Delay(length, cancellationToken);
        return ((server.CpuTime - cpu) / Stopwatch.GetElapsedTime(began), server.ResidentBytes);
    }

    /// <summary>Every inspector listens, confirms and has the intercept accepted; all of them then wait for their talk.</summary>
    private static async Task<IReadOnlyList<Talk>> TakeOverAsync(InspectorChat[] chats, GatewaySimulatorHost gateway, CancellationToken cancellationToken)
    {
        const int AtOnce = 16;
        var talks = new Talk[chats.Length];
        await Parallel.ForAsync(0, chats.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (i, token) =>
        {
            var chat = chats[i];
            var agent = BenchmarkGateway.AgentOf(chat.Person);
            var number = $"+4915112{agent:D6}";
            var callId = gateway.ContactCentre.StartCall(agent, number);
            await chat.AskAsync($"/listen {agent}", "monitor.switch", token);
            var confirmation = await chat.AskAsync($"/intercept {agent} {callId}", "intercept.confirm", token);
            await chat.Sender.SendAsync(chat.Press(confirmation, "intercept.confirm").Next(), token);
            talks[i] = new Talk(chat, callId, number);
        });
        var until = Stopwatch.GetTimestamp() + (long)(s_limit.TotalSeconds * Stopwatch.Frequency);
        while (gateway.Intercepts.Snapshot().Count < chats.Length)
        {
            if (Stopwatch.GetTimestamp() > until)
            {
                throw new TimeoutException($"Of {chats.Length} intercepts {gateway.Intercepts.Snapshot().Count} came.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }

        // The edits that say "the gateway accepted it" have left before the talks begin.
        await Task.Delay(TimeSpan.FromSeconds(5), cancellationToken);
        return talks;
    }

    private static async Task<(double Rate, Spread TalkToPost, Spread WaitForPoll)> BeginTalksAsync(
        IReadOnlyList<Talk> talks, GatewaySimulatorHost gateway, int perSecond, CancellationToken cancellationToken)
    {
        foreach (var talk in talks)
        {
            talk.Place = talk.Chat.Inbox.Count;
        }

        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < talks.Count; i++)
        {
            var due = TimeSpan.FromSeconds(i / (double)perSecond) - Stopwatch.GetElapsedTime(began);
            if (due > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(due, cancellationToken);
            }

            var talk = talks[i];
            gateway.ContactCentre.Tell(talk.Chat.Person.AgentId, TalkingEvent, talk.Event());
        }

        var rate = talks.Count / Stopwatch.GetElapsedTime(began).TotalSeconds;
        var posts = await Task.WhenAll(talks.Select(talk => talk.Chat.ExpectAsync(talk.Place, post => !post.IsEdit && post.IsText, "no talk was told", cancellationToken)));
        var events = gateway.ContactCentre.Events.Where(raised => raised.EventType == TalkingEvent).ToDictionary(raised => raised.WorkNo);
        var taken = talks.Zip(posts, (talk, post) => (Event: events[talk.Chat.Person.AgentId], Post: post)).ToList();
        return (
            rate,
            new Spread(taken.Select(one => PressMoment.Milliseconds(one.Event.DeliveredTimestamp!.Value, one.Post.Timestamp))),
            new Spread(taken.Select(one => PressMoment.Milliseconds(one.Event.RaisedTimestamp, one.Event.DeliveredTimestamp!.Value))));
    }

    private sealed record Talk(InspectorChat Chat, string CallId, string Number)
    {
        public int Place { get; set; }

        public JsonObject Event() => new()
        {
            ["caller"] = Number,
            ["called"] = "4008",
            ["callid"] = CallId,
            ["type"] = "main",
            ["feature"] = "0",
            ["mediaAbility"] = "1",
        };
    }
}

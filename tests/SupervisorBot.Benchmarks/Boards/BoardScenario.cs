using System.Diagnostics;
using System.Text.Json.Nodes;
using SupervisorBot.Benchmarks.Centre;
using SupervisorBot.Benchmarks.Chat;
using SupervisorBot.Benchmarks.Servers;
using SupervisorBot.ConnectorSimulator.Cards;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.Benchmarks.Boards;

/// <summary>Live boards in several threads while hundreds of agents change their states many times a second.</summary>
internal static class BoardScenario
{
    private const int Boards = 4;
    private const int FirstAgent = 20_000;
    private const string ReadingOperation = "queryAllAgentStatus";
    private static readonly AgentState[] s_states = [AgentState.Idle, AgentState.Busy, AgentState.WrapUp, AgentState.Rest];

    /// <summary>After the last change: the next reading, the state's settling and the edit, with room.</summary>
    private static readonly TimeSpan s_after = TimeSpan.FromSeconds(12);

    public static async Task<BoardRun> RunAsync(BenchmarkOptions options, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        await using var connector = await LeanConnector.StartAsync(cancellationToken);
        await using var gateway = await BenchmarkGateway.StartAsync(Boards, TimeSpan.FromMinutes(1), cancellationToken);
        gateway.ContactCentre.HireAgents(FirstAgent, options.BoardAgents);
        await using var bot = await BotProcess.StartAsync(
            Storages.Sqlite, folder, gateway, BenchmarkGateway.People(Boards), connector, null, cancellationToken);
        foreach (var chat in bot.Chats)
        {
            await chat.AskAsync("/board", "board.stop", cancellationToken);
        }

        Benchmark.Tell($"boards: {options.BoardAgents} agents change their states for {options.BoardLength.TotalSeconds} s");
        var places = bot.Chats.Select(chat => chat.Inbox.Count).ToList();
        var (cpu, began) = (bot.Server.CpuTime, Stopwatch.GetTimestamp());
        var heap = new List<long> { await bot.Server.HeapAsync(cancellationToken) };
        var changes = await ChangeAsync(gateway.ContactCentre, options, options.BoardLength / 2, cancellationToken);
        heap.Add(await bot.Server.HeapAsync(cancellationToken));
        changes += await ChangeAsync(gateway.ContactCentre, options, options.BoardLength / 2, cancellationToken);
        var length = Stopwatch.GetElapsedTime(began);
        var cores = (bot.Server.CpuTime - cpu) / length;
        heap.Add(await bot.Server.HeapAsync(cancellationToken));
        await Task.Delay(s_after, cancellationToken);

        var readings = gateway.RequestLog.Snapshot(ReadingOperation).Select(request => request.ReceivedTimestamp).Order().ToList();
        var results = bot.Chats
            .Zip(places, (chat, place) => Judge(chat.Inbox.From(place), readings, length + s_after, gateway.ContactCentre, chat.Person))
            .ToList();
        return new BoardRun(results, changes, length, heap, cores);
    }

    private static async Task<int> ChangeAsync(ContactCentre centre, BenchmarkOptions options, TimeSpan length, CancellationToken cancellationToken)
    {
        var (random, began, changes) = (new Random(1), Stopwatch.GetTimestamp(), 0);
        while (Stopwatch.GetElapsedTime(began) is var elapsed && elapsed < length)
        {
            for (var due = (int)(elapsed.TotalSeconds * options.BoardChangesPerSecond); changes < due; changes++)
            {
                centre.SetState(FirstAgent + random.Next(options.BoardAgents), s_states[random.Next(s_states.Length)]);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
        }

        return changes;
    }

    private static BoardResult Judge(IReadOnlyList<Post> posts, List<long> readings, TimeSpan length, ContactCentre centre, ChatPerson opener)
    {
        long[] moments = [.. posts.Where(post => post.IsEdit).Select(post => post.Timestamp)];
        var late = moments.Select(moment => Stopwatch.GetElapsedTime(readings.LastOrDefault(reading => reading <= moment, moment), moment).TotalMilliseconds);
        return new BoardResult(
            moments.Length,
            Most(moments, TimeSpan.FromSeconds(1)),
            Most(moments, TimeSpan.FromSeconds(30)),
            moments.Length / length.TotalHours,
            late.DefaultIfEmpty().Max(),
            posts.Count > 0 && IsRight(posts[^1], centre, opener));
    }

    /// <summary>Whether a board's picture counts what there is: by number, whatever the states are called.</summary>
    private static bool IsRight(Post post, ContactCentre centre, ChatPerson opener)
    {
        var chart = Find(CardReader.FirstCard(post.Activity));
        int[] shown = [.. (chart?["data"] as JsonArray ?? []).Select(bar => bar!["y"]!.GetValue<int>()).Order()];
        int[] there =
        [
            .. centre.Agents
                .Where(agent => agent.Vcc == 1 && agent.State != AgentState.SignedOut && agent.WorkNo != opener.AgentId)
                .GroupBy(agent => agent.State)
                .Select(group => group.Count())
                .Order(),
        ];
        return shown.SequenceEqual(there);
    }

    private static JsonObject? Find(JsonNode? node) => node switch
    {
        JsonObject found when (string?)found["type"] == "Chart.HorizontalBar" => found,
        JsonObject other => other.Select(member => Find(member.Value is JsonArray or JsonObject ? member.Value : null)).FirstOrDefault(chart => chart is not null),
        JsonArray list => list.Select(Find).FirstOrDefault(chart => chart is not null),
        _ => null,
    };

    private static int Most(long[] moments, TimeSpan window)
    {
        var length = (long)(window.TotalSeconds * Stopwatch.Frequency);
        var (most, first) = (0, 0);
        for (var last = 0; last < moments.Length; last++)
        {
            while (moments[last] - moments[first] >= length)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}

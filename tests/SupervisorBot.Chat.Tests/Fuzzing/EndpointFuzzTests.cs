using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Chat.Tests.Templating;

namespace SupervisorBot.Chat.Tests.Fuzzing;

public sealed partial class EndpointFuzzTests
{
    private const int Examples = 1_200;

    private static readonly string[] s_said =
        ["/help", "/agents", "/agents north", "/calls 1002", "/intercept 1001", "/listen 1001", "/status", "/signin", "/signout", "/cancel", "/log", "12345678", "…"];

    [Fact]
    public async Task Damaged_activities_are_answered_without_a_failure_and_the_bot_goes_on()
    {
        await using var bench = new ChatBench();
        await using var edge = await ChatEdge.StartAsync(bench);
        var mutator = new Mutator(await CorpusAsync(bench));
        Dictionary<int, int> seen = [];

        await Fuzz.RunAsync(Examples, async seed =>
        {
            // A person of whom this comes sooner would be refused by the limits.
            bench.Time.Advance(TimeSpan.FromMilliseconds(250));
            var body = mutator.Bytes(seed);
            var (status, answer) = await edge.PostAsync(body);

            seen[status] = seen.GetValueOrDefault(status) + 1;
            var about = $"{status} {answer}\nof {Encoding.UTF8.GetString(body)}";
            Assert.True(status is 200 or 202 or (>= 400 and <= 499) || (status == 501 && IsInvoke(body)), about);
            Assert.False(Inside().IsMatch(answer), about);
            Assert.True(edge.Failures.IsEmpty, $"{edge.Failures.FirstOrDefault()}\n{about}");
            if (seed % 200 == 0)
            {
                await AssertHelpsAsync(bench, edge, $"good-{seed}");
            }
        });

        await AssertHelpsAsync(bench, edge, "good-last");
        await edge.StopAsync();
        Assert.Empty(edge.Failures);
        Assert.DoesNotContain(bench.Sent, entry => Inside().IsMatch(entry.Text) || entry.Text.Contains(ChatBench.FullNumber, StringComparison.Ordinal));
        // Of both there must be many, or the examples show nothing.
        Assert.True(seen.GetValueOrDefault(200) > Examples / 4 && seen.GetValueOrDefault(400) > Examples / 10, string.Join(", ", seen));
    }

    /// <summary>The recorded activities, as their people and as an inspector sent them; an inspector's words; and presses on the cards that these brought.</summary>
    private static async Task<IReadOnlyList<string>> CorpusAsync(ChatBench bench)
    {
        string[] folders = ["SupervisorBot.Chat.Tests", "SupervisorBot.BotFramework.Tests"];
        var recorded = folders
            .SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.Combine("tests", folder, "Activities"), "*.json", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(file => JsonNode.Parse(File.ReadAllText(file))!.AsObject())
            .ToList();
        List<Activity> own = [];
        foreach (var said in s_said)
        {
            foreach (var room in new[] { Room.Personal, Room.Group, Room.Channel })
            {
                await bench.SayAsync(said, room: room);
                own.Add(Recordings.Message(Person.Olga, room, said));
            }
        }

        foreach (var message in bench.Sent.Where(entry => entry.Card is not null && !entry.IsEdit))
        {
            foreach (var (_, press) in CardReading.Buttons(message.Card!))
            {
                own.Add(Recordings.Invoke(Person.Olga, ChatBench.RoomOf(message), message.MessageId, press));
                own.Add(Recordings.Submit(Person.Olga, ChatBench.RoomOf(message), message.MessageId, press));
            }
        }

        // Without an id a message is never taken for one that came before.
        var corpus = recorded.Concat(recorded.Select(AsOlga)).Concat(own.Select(activity => JsonNode.Parse(ActivityJson.Write(activity))!.AsObject())).ToList();
        corpus.ForEach(activity => activity.Remove("id"));
        return [.. corpus.Select(activity => activity.ToJsonString())];
    }

    private static JsonObject AsOlga(JsonObject activity)
    {
        var hers = activity.DeepClone().AsObject();
        hers["from"] = new JsonObject { ["id"] = Person.Olga.Id, ["name"] = Person.Olga.Name, ["aadObjectId"] = Person.Olga.EntraObjectId };
        return hers;
    }

    private static async Task AssertHelpsAsync(ChatBench bench, ChatEdge edge, string id)
    {
        // The answer comes into a conversation in which nothing else is said.
        var message = JsonNode.Parse(ActivityJson.Write(Recordings.Message(Person.Olga, Room.Personal, "/help")))!;
        message["id"] = id;
        message["conversation"]!["id"] = $"a:{id}";

        var (status, _) = await edge.PostAsync(Encoding.UTF8.GetBytes(message.ToJsonString()));

        Assert.Equal(200, status);
        await bench.UntilAsync(() => bench.Sent.Any(entry => entry.ConversationId == $"a:{id}" && entry.Text.Contains("/intercept", StringComparison.Ordinal)), "help");
    }

    private static bool IsInvoke(byte[] body) => Encoding.UTF8.GetString(body).Contains("\"invoke\"", StringComparison.Ordinal);

    /// <summary>What only the inside of the bot says, and its words for a failure.</summary>
    [GeneratedRegex(@"Exception|StackTrace|\n\s+at |\bSystem\.|SupervisorBot\.|InternalError|""Timeout""")]
    private static partial Regex Inside();
}

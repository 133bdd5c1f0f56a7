using System.Net;
using System.Text.Json.Nodes;

namespace SupervisorBot.BotFramework.Tests.Endpoint;

/// <summary>A body that fits into its bytes and is still more than an activity needs.</summary>
public sealed class BodyLimitTests
{
    private static readonly Dictionary<string, string?> s_limits = new()
    {
        ["BotFramework:MaxJsonDepth"] = "16",
        ["BotFramework:MaxTextLength"] = "2000",
        ["BotFramework:MaxEntities"] = "10",
        ["BotFramework:MaxAttachments"] = "3",
    };

    [Theory]
    [InlineData("text", 2000, 200)]
    [InlineData("text", 2001, 413)]
    [InlineData("entities", 10, 200)]
    [InlineData("entities", 11, 413)]
    [InlineData("attachments", 3, 200)]
    [InlineData("attachments", 4, 413)]
    [InlineData("depth", 16, 200)]
    [InlineData("depth", 17, 400)]
    [InlineData("depth", 50_000, 400)]
    public async Task What_is_within_the_limit_is_taken_and_one_more_is_refused_without_detail(string what, int size, int status)
    {
        var reached = 0;
        await using EdgeBot bot = await EdgeBot.StartAsync(
            (turn, ct) =>
            {
                Interlocked.Increment(ref reached);
                return StatusTests.Nothing(turn, ct);
            },
            s_limits);

        using HttpResponseMessage answer = await bot.PostAsync(Body(what, size));

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        string body = await answer.Content.ReadAsStringAsync();
        if (status == 200)
        {
            Assert.Empty(body);
        }
        else
        {
            Assert.Equal(0, reached);
            JsonNode error = JsonNode.Parse(body)!["error"]!;
            Assert.Contains((string?)error["message"], (string[])["The activity is too big.", "The body is not an activity in JSON."]);
        }
    }

    private static string Body(string what, int size)
    {
        JsonObject activity = Recorded.Node("personal.message.json");
        switch (what)
        {
            case "text":
                activity["text"] = new string('x', size);
                break;
            case "entities":
                activity["entities"] = new JsonArray([.. Enumerable.Range(0, size).Select(_ => new JsonObject { ["type"] = "clientInfo" })]);
                break;
            case "attachments":
                activity["attachments"] = new JsonArray([.. Enumerable.Range(0, size).Select(_ => new JsonObject { ["contentType"] = "text/html" })]);
                break;
            default:
                // The activity itself is the first level.
                string text = activity.ToJsonString();
                return $"{text[..^1]},\"nested\":{new string('[', size - 1)}{new string(']', size - 1)}}}";
        }

        return activity.ToJsonString();
    }
}

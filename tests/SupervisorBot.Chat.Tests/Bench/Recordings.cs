using System.Text.Json.Nodes;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Tests.Templating;

namespace SupervisorBot.Chat.Tests.Bench;

/// <summary>Activities as a real client sent them, with the words of a test put in.</summary>
internal static class Recordings
{
    private const string Mention = "<at>Ops Bot</at> ";
    private static int s_next;

    public static string NewId() => $"activity-{Interlocked.Increment(ref s_next)}";

    public static Activity Read(string name, Action<JsonObject>? change = null)
    {
        var text = File.ReadAllText(RepositoryRoot.Combine("tests", "SupervisorBot.Chat.Tests", "Activities", name + ".json"));
        var activity = JsonNode.Parse(text)!.AsObject();
        activity["id"] = NewId();
        change?.Invoke(activity);
        return ActivityJson.ReadActivity(activity.ToJsonString())!;
    }

    public static Activity Message(Person from, Room room, string text) => Read(room.Recording, activity =>
    {
        SetSender(activity, from);
        activity["conversation"]!["id"] = room.ConversationId;
        activity["text"] = room.Recording == Room.Personal.Recording ? text : Mention + text;
        activity["localTimestamp"] = "2026-11-22T15:27:18.389+02:00";
    });

    public static Activity Invoke(Person from, Room room, string messageId, JsonObject press) => Read("personal.invoke.adaptiveCard-action", activity =>
    {
        PutIn(activity, room);
        SetSender(activity, from);
        activity["replyToId"] = messageId;
        var verb = press["verb"]!.GetValue<string>();
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = "pressed", ["verb"] = verb, ["data"] = press.DeepClone() },
        };
    });

    public static Activity Submit(Person from, Room room, string messageId, JsonObject press) => Read("personal.message.action-submit", activity =>
    {
        PutIn(activity, room);
        SetSender(activity, from);
        activity["replyToId"] = messageId;
        activity["value"] = press.DeepClone();
    });

    private static void PutIn(JsonObject activity, Room room)
    {
        var recorded = JsonNode.Parse(File.ReadAllText(
            RepositoryRoot.Combine("tests", "SupervisorBot.Chat.Tests", "Activities", room.Recording + ".json")))!.AsObject();
        activity["conversation"] = recorded["conversation"]!.DeepClone();
        activity["conversation"]!["id"] = room.ConversationId;
        activity["channelData"] = recorded["channelData"]!.DeepClone();
        activity["localTimestamp"] = "2026-11-22T15:27:18.389+02:00";
    }

    private static void SetSender(JsonObject activity, Person from) => activity["from"] = new JsonObject
    {
        ["id"] = from.Id,
        ["name"] = from.Name,
        ["aadObjectId"] = from.EntraObjectId,
    };
}

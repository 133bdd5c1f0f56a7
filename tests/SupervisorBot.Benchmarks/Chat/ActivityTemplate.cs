using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SupervisorBot.Benchmarks.Chat;

/// <summary>An activity as Teams sends it, written once; each sending differs in its id alone, as two deliveries with one id would count once.</summary>
internal sealed class ActivityTemplate
{
    private const string IdMark = "00000000-0000-0000-0000-000000000000";

    private readonly byte[] _bytes;
    private readonly int _idAt;

    private ActivityTemplate(JsonObject activity)
    {
        _bytes = Encoding.UTF8.GetBytes(activity.ToJsonString());
        _idAt = _bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(IdMark));
    }

    /// <summary>A typed message.</summary>
    public static ActivityTemplate Message(ChatPerson person, string serviceUrl, string text)
    {
        var activity = Base(person, serviceUrl, "message");
        activity["textFormat"] = "plain";
        activity["text"] = text;
        return new ActivityTemplate(activity);
    }

    /// <summary>A press on an <c>Action.Execute</c> of a message's card.</summary>
    public static ActivityTemplate Press(ChatPerson person, string serviceUrl, string messageId, string verb, JsonNode data)
    {
        var activity = Base(person, serviceUrl, "invoke");
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = messageId;
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() },
            ["trigger"] = "manual",
        };
        return new ActivityTemplate(activity);
    }

    /// <summary>The activity with an id of its own.</summary>
    public byte[] Next()
    {
        var bytes = (byte[])_bytes.Clone();
        Guid.NewGuid().TryFormat(bytes.AsSpan(_idAt), out _, "D");
        return bytes;
    }

    private static JsonObject Base(ChatPerson person, string serviceUrl, string type)
    {
        var now = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = IdMark,
            ["timestamp"] = $"{now}Z",
            ["localTimestamp"] = $"{now}+00:00",
            ["localTimezone"] = "UTC",
            ["locale"] = "en-US",
            ["channelId"] = "msteams",
            ["serviceUrl"] = serviceUrl,
            ["from"] = new JsonObject { ["id"] = $"29:{person.EntraObjectId}", ["name"] = person.Name, ["aadObjectId"] = person.EntraObjectId },
            ["recipient"] = new JsonObject { ["id"] = "28:22222222-2222-4222-8222-222222222222", ["name"] = "Supervisor Bot" },
            ["conversation"] = new JsonObject
            {
                ["conversationType"] = "personal",
                ["tenantId"] = person.TenantId,
                ["id"] = person.ConversationId,
            },
            ["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "clientInfo",
                ["locale"] = "en-US",
                ["country"] = "US",
                ["platform"] = "Web",
                ["timezone"] = "UTC",
            }),
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = person.TenantId } },
        };
    }
}

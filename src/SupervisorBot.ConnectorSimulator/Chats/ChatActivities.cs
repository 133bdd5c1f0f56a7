using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace SupervisorBot.ConnectorSimulator.Chats;

/// <summary>Builds activities in the shape in which Teams and the Agents Playground send them.</summary>
internal sealed class ChatActivities(string serviceUrl, ChatBot bot, ChatUser user, ChatConversation conversation, string locale)
{
    public JsonObject Message(string text)
    {
        JsonObject activity = FromPerson("message");
        activity["textFormat"] = "plain";
        if (conversation.IsGroup)
        {
            string mention = $"<at>{WebUtility.HtmlEncode(bot.Name)}</at>";
            activity["text"] = $"{mention} {text}";
            ((JsonArray)activity["entities"]!).Insert(0, new JsonObject { ["type"] = "mention", ["mentioned"] = Bot(), ["text"] = mention });
        }
        else
        {
            activity["text"] = text;
        }

        return activity;
    }

    /// <summary>What a slash command of Teams sends: marked as seen by its sender and the bot alone, and without a mention.</summary>
    public JsonObject Targeted(string text)
    {
        JsonObject activity = FromPerson("message");
        activity["textFormat"] = "plain";
        activity["text"] = text;
        activity["recipient"]!["isTargeted"] = true;
        return activity;
    }

    public JsonObject Execute(JsonObject action, JsonObject data, string messageId)
    {
        JsonObject sent = new() { ["type"] = "Action.Execute" };
        foreach (string name in (string[])["id", "title", "verb"])
        {
            if (action[name] is { } value)
            {
                sent[name] = value.DeepClone();
            }
        }

        sent["data"] = data;
        JsonObject activity = FromCard("invoke", messageId);
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject { ["action"] = sent, ["trigger"] = "manual" };
        return activity;
    }

    public JsonObject Submit(JsonObject data, string messageId)
    {
        JsonObject activity = FromCard("message", messageId);
        activity["value"] = data;
        return activity;
    }

    /// <summary>What Teams sends when somebody agrees to a file or declines it.</summary>
    /// <param name="asked">The attachment that asked.</param>
    /// <param name="messageId">The message that holds it.</param>
    /// <param name="upload">Where the file is to go; null to decline.</param>
    public JsonObject Consent(JsonObject asked, string messageId, Uri? upload)
    {
        JsonObject activity = FromPerson("invoke");
        string name = (string)asked["name"]!;
        activity["name"] = "fileConsent/invoke";
        activity["replyToId"] = messageId;
        JsonObject value = new()
        {
            ["type"] = "fileUpload",
            ["action"] = upload is null ? "decline" : "accept",
            ["context"] = asked["content"]![upload is null ? "declineContext" : "acceptContext"]!.DeepClone(),
        };
        if (upload is not null)
        {
            value["uploadInfo"] = new JsonObject
            {
                ["contentUrl"] = new Uri(upload, $"/personal/documents/{Uri.EscapeDataString(name)}").ToString(),
                ["name"] = name,
                ["uploadUrl"] = upload.ToString(),
                ["uniqueId"] = "1150D938-8870-4044-9F2C-5BBDEBA70C9D",
                ["fileType"] = Path.GetExtension(name).TrimStart('.'),
            };
        }

        activity["value"] = value;
        return activity;
    }

    public JsonObject Installed()
    {
        JsonObject activity = Event("installationUpdate");
        activity["action"] = "add";
        return activity;
    }

    public JsonObject BotAdded()
    {
        JsonObject activity = Event("conversationUpdate");
        activity["membersAdded"] = conversation.IsGroup
            ? new JsonArray(Bot())
            : new JsonArray(new JsonObject { ["id"] = user.Id, ["aadObjectId"] = user.AadObjectId }, Bot());
        return activity;
    }

    private JsonObject FromCard(string type, string messageId)
    {
        JsonObject activity = FromPerson(type);
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        activity["replyToId"] = messageId;
        return activity;
    }

    private JsonObject FromPerson(string type)
    {
        JsonObject activity = Event(type);
        activity["from"]!["name"] = user.Name;
        activity["localTimestamp"] = (string)activity["timestamp"]! is var now ? now[..^1] + "+00:00" : null;
        activity["localTimezone"] = "UTC";
        activity["locale"] = locale;
        activity["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "clientInfo",
            ["locale"] = locale,
            ["country"] = "US",
            ["platform"] = "Web",
            ["timezone"] = "UTC",
        });
        return activity;
    }

    private JsonObject Event(string type) => new()
    {
        ["type"] = type,
        ["id"] = Guid.NewGuid().ToString(),
        ["timestamp"] = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceUrl,
        ["from"] = new JsonObject { ["id"] = user.Id, ["aadObjectId"] = user.AadObjectId },
        ["recipient"] = Bot(),
        ["conversation"] = Conversation(),
        ["channelData"] = ChannelData(),
    };

    private JsonObject Bot() => new() { ["id"] = bot.Id, ["name"] = bot.Name };

    private JsonObject Conversation()
    {
        JsonObject account = new() { ["conversationType"] = conversation.Type, ["tenantId"] = ChatConversation.TenantId, ["id"] = conversation.Id };
        if (conversation.IsGroup)
        {
            account["isGroup"] = true;
        }

        return account;
    }

    private JsonObject ChannelData()
    {
        JsonObject data = new() { ["tenant"] = new JsonObject { ["id"] = ChatConversation.TenantId } };
        if (conversation.ChannelId is not null)
        {
            data["teamsChannelId"] = conversation.ChannelId;
            data["teamsTeamId"] = conversation.TeamId;
            data["team"] = new JsonObject { ["id"] = conversation.TeamId };
            data["channel"] = new JsonObject { ["id"] = conversation.ChannelId };
        }

        return data;
    }
}

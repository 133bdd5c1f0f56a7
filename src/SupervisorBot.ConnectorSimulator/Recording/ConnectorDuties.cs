using System.Text.Json.Nodes;
using SupervisorBot.ConnectorSimulator.Chats;

namespace SupervisorBot.ConnectorSimulator.Recording;

/// <summary>What the connector does when nothing goes wrong: Teams' answers, and their effect on the threads. Guarded by the connector's lock.</summary>
internal sealed class ConnectorDuties(Threads threads, TimeProvider time)
{
    /// <summary>How long a targeted message can be seen and changed.</summary>
    private static readonly TimeSpan s_targetedLife = TimeSpan.FromHours(24);

    private readonly Dictionary<string, List<ChatUser>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _personal = new(StringComparer.Ordinal);

    /// <summary>Does what a call asks for, and gives the answer.</summary>
    public (int Status, JsonNode? Body) Do(ConnectorCall call) => call.Operation switch
    {
        ConnectorOperation.Send or ConnectorOperation.Reply => Post(call),
        ConnectorOperation.Update => Edit(call),
        ConnectorOperation.Delete => Change(call, static m => m with { IsDeleted = true }) ? (200, null) : (404, Error(ConnectorErrors.ActivityNotFound)),
        ConnectorOperation.CreateConversation => Create(call),
        ConnectorOperation.Members => ListMembers(call),
        ConnectorOperation.Member => MembersOf(call.ConversationId!).Find(u => u.Id == call.ActivityId) is { } user
            ? (200, user.ToMember("aadObjectId"))
            : (404, Error("MemberNotFoundInConversation")),
        _ => (404, Error("NotFound")),
    };

    /// <summary>The personal chat of a person, made when it is first asked for.</summary>
    public string PersonalChatOf(string userId) =>
        _personal.TryGetValue(userId, out string? known) ? known : _personal[userId] = "a:" + Guid.NewGuid().ToString("N");

    private (int Status, JsonNode? Body) Post(ConnectorCall call)
    {
        if (Refusal(call.Body) is { } refusal)
        {
            return refusal;
        }

        JsonObject activity = (JsonObject)call.Body!;
        string? only = call.IsTargeted ? (string?)activity["recipient"]?["id"] : null;
        if (call.IsTargeted && string.IsNullOrEmpty(only))
        {
            return (400, Error(ConnectorErrors.BadArgument));
        }

        if (only is not null && !MembersOf(call.ConversationId!).Exists(member => member.Id == only))
        {
            return (403, Error(ConnectorErrors.BotNotInConversationRoster));
        }

        if ((string?)activity["type"] != "message")
        {
            return (202, null);
        }

        string id = threads.NextId();
        string conversation = call.ConversationId!;
        // Posting to a channel itself begins a new thread.
        string thread = conversation.EndsWith("@thread.tacv2", StringComparison.Ordinal) ? $"{conversation};messageid={id}" : conversation;
        threads.Add(new ThreadMessage(thread, id, FromName(activity), IsFromBot: true, activity, 0, IsDeleted: false, PaintedCard: null)
        {
            To = only,
            PostedAt = time.GetUtcNow(),
        });
        return (201, new JsonObject { ["id"] = id });
    }

    private (int Status, JsonNode? Body) Edit(ConnectorCall call)
    {
        if (Refusal(call.Body) is { } refusal)
        {
            return refusal;
        }

        // For whom a targeted message is cannot be edited.
        if (call.IsTargeted && call.Body!["recipient"] is not null)
        {
            return (400, Error(ConnectorErrors.BadArgument));
        }

        return Change(call, m => m with { Activity = (JsonObject)call.Body!, Edits = m.Edits + 1, PaintedCard = null })
            ? (200, new JsonObject { ["id"] = call.ActivityId })
            : (404, Error(ConnectorErrors.ActivityNotFound));
    }

    /// <summary>Changes the message that a call names; a targeted one only by a call for targeted ones, and only for a day.</summary>
    private bool Change(ConnectorCall call, Func<ThreadMessage, ThreadMessage> change) =>
        threads.Of(call.ConversationId!).FirstOrDefault(m => m.Id == call.ActivityId) is { } message
        && call.IsTargeted == message.To is not null
        && (message.To is null || time.GetUtcNow() - message.PostedAt < s_targetedLife)
        && threads.Change(call.ConversationId!, call.ActivityId!, change);

    // Only the personal shape: Teams refuses to make group chats, and the bot opens no channel threads.
    private (int Status, JsonNode? Body) Create(ConnectorCall call) =>
        call.Body is JsonObject body && body["isGroup"] is JsonValue value && value.TryGetValue(out bool isGroup) && !isGroup
            ? CreatePersonal(body)
            : (400, Error("BadSyntax"));

    private (int Status, JsonNode? Body) CreatePersonal(JsonObject body) =>
        body["members"] is JsonArray { Count: 1 } members && members[0] is JsonObject member && member["id"] is JsonValue id && id.TryGetValue(out string? user)
        && (body["tenantId"] ?? body["channelData"]?["tenant"]?["id"]) is not null
            ? (201, new JsonObject { ["id"] = PersonalChatOf(user) })
            : (400, Error("BadSyntax"));

    private (int Status, JsonNode? Body) ListMembers(ConnectorCall call)
    {
        List<ChatUser> members = MembersOf(call.ConversationId!);
        if (!call.Target.Contains("/pagedmembers", StringComparison.OrdinalIgnoreCase))
        {
            return (200, new JsonArray([.. members.Select(static m => m.ToMember("objectId"))]));
        }

        (int size, int from) = ConnectorRoutes.PageOf(call.Target);
        JsonObject page = new() { ["members"] = new JsonArray([.. members.Skip(from).Take(size).Select(static m => m.ToMember("aadObjectId"))]) };
        if (from + size < members.Count)
        {
            page["continuationToken"] = ConnectorRoutes.TokenOf(from + size);
        }

        return (200, page);
    }

    /// <summary>The members of a conversation; a channel's thread shares its channel's.</summary>
    public List<ChatUser> MembersOf(string conversationId)
    {
        string conversation = conversationId.Split(";messageid=", 2)[0];
        return _members.TryGetValue(conversation, out var members) ? members : _members[conversation] = [];
    }

    private static (int, JsonNode?)? Refusal(JsonNode? body) => body switch
    {
        not JsonObject => (400, Error("BadSyntax")),
        JsonObject activity when (string?)activity["type"] is null or "" => (400, Error(ConnectorErrors.BadArgument)),
        JsonObject activity when (string?)activity["type"] == "message" && string.IsNullOrEmpty((string?)activity["text"])
            && activity["attachments"] is not JsonArray { Count: > 0 } => (400, Error("BadSyntax")),
        _ => null,
    };

    private static string FromName(JsonObject activity) => (string?)activity["from"]?["name"] ?? "Bot";

    /// <summary>An error as the connector words it.</summary>
    public static JsonObject Error(string code) => new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = "As planned, or as Teams would." } };
}

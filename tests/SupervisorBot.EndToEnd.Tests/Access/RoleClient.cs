using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.ConnectorSimulator.Cards;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.EndToEnd.Tests.Running;

namespace SupervisorBot.EndToEnd.Tests.Access;

/// <summary>Somebody at a conversation whose every deed is answered before the next: what was answered to them alone, and what everybody sees.</summary>
internal sealed class RoleClient(BotUnderTest bot, Role role, ChatConversation where)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    private const string ForeignTenant = "99999999-9999-4999-8999-999999999999";

    // A command is answered when all it says has been said; a press is anyway.
    private readonly ChatClient _saying = bot.CollectingClientAt(new ChatUser(role.ChatId, role.Name, role.ObjectId), where);
    private readonly ChatClient _pressing = bot.At(new ChatUser(role.ChatId, role.Name, role.ObjectId), where);

    /// <summary>What they alone see: in their personal chat, and targeted at them where others are.</summary>
    private IReadOnlyList<ThreadMessage> Private =>
    [
        .. bot.Connector.Thread(bot.Connector.PersonalChatOf(role.ChatId)),
        .. bot.Connector.Thread(where.Id, role.ChatId).Where(message => message.To is not null),
    ];

    /// <summary>Does something, and hears what is said to it.</summary>
    /// <param name="deed">What.</param>
    /// <param name="isToldAlone">Whether the answer has to come to the person alone; the chat's limits may hold it up.</param>
    public async Task<Heard> DoAsync(Deed deed, bool isToldAlone)
    {
        var before = Private.Select(message => message.Id).ToHashSet();
        var answer = await (deed.Press is null ? _saying : _pressing).SendAsync(await ActivityOfAsync(deed), ChatSteps.Stop);
        Assert.Equal(200, answer.Status);
        for (var began = TimeProvider.System.GetTimestamp();
            isToldAlone && where.IsGroup && deed.Press is null && Private.Count == before.Count && TimeProvider.System.GetElapsedTime(began) < s_limit;)
        {
            await Task.Delay(20, ChatSteps.Stop);
        }

        var body = ((answer.Body as JsonObject)?["activities"] as JsonArray ?? []).OfType<JsonObject>().Select(WordsOf).ToList();
        var alone = Private.Where(message => message.IsFromBot && !before.Contains(message.Id)).Select(message => message.Words()).ToList();
        return where.IsGroup
            ? new Heard([.. alone, .. deed.Press is null ? [] : new[] { answer.Words() }], body)
            : new Heard([.. body, .. deed.Press is null ? [] : new[] { answer.Words() }], []);
    }

    private async Task<JsonObject> ActivityOfAsync(Deed deed)
    {
        var tenant = role.IsForeign ? ForeignTenant : ChatConversation.TenantId;
        var from = new JsonObject { ["id"] = role.ChatId, ["name"] = role.Name, ["aadObjectId"] = role.ObjectId };
        if (role.IsGuest)
        {
            from["userRole"] = "guest";
        }

        var activity = new JsonObject
        {
            ["type"] = deed.Press is null ? "message" : "invoke",
            ["id"] = Guid.NewGuid().ToString(),
            ["channelId"] = "msteams",
            ["serviceUrl"] = bot.Connector.ServiceUrl.ToString(),
            ["from"] = from,
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Bot" },
            ["conversation"] = new JsonObject { ["id"] = where.Id, ["conversationType"] = where.Type, ["tenantId"] = tenant, ["isGroup"] = where.IsGroup },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
        };
        if (deed.Press is { } press)
        {
            activity["name"] = "adaptiveCard/action";
            activity["replyToId"] = "1700000000000";
            var action = new JsonObject { ["type"] = "Action.Execute", ["verb"] = deed.Name, ["data"] = await SealedAsync(press, activity) };
            activity["value"] = new JsonObject { ["action"] = action, ["trigger"] = "manual" };
        }
        else
        {
            activity["text"] = deed.Name;
        }

        return activity;
    }

    /// <summary>The data as it stands in a button that the bot itself sent into this conversation.</summary>
    private async Task<JsonNode> SealedAsync(JsonObject press, JsonObject activity)
    {
        var where = ConversationReference.FromActivity(ActivityJson.ReadActivity(activity.ToJsonString())!);
        var button = new JsonObject { ["type"] = "Action.Execute", ["data"] = press.DeepClone() };
        return (await bot.Services.GetRequiredService<PressSeals>().SealAsync(button, where, ChatSteps.Stop))["data"]!.DeepClone();
    }

    private static string WordsOf(JsonObject activity) =>
        CardReader.FirstCard(activity) is { } card ? CardReader.Words(card) : (string?)activity["text"] ?? "";
}

/// <summary>What somebody heard.</summary>
/// <param name="Alone">What only they see.</param>
/// <param name="Public">What everybody in the conversation sees.</param>
internal sealed record Heard(IReadOnlyList<string> Alone, IReadOnlyList<string> Public)
{
    public override string ToString() => $"alone: {string.Join(" | ", Alone)}; public: {string.Join(" | ", Public)}";
}

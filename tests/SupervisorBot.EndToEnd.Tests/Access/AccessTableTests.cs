using System.Globalization;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.EndToEnd.Tests.Running;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.EndToEnd.Tests.Access;

/// <summary>Every role, every command and every press, with agents of one's own team, of another and with nobody, in every kind of chat.</summary>
public sealed class AccessTableTests
{
    private static readonly string[] s_kinds = ["personal", "group", "channel"];

    [Fact]
    public async Task Every_cell_is_as_the_policy_says_and_a_refused_one_asks_nothing_and_shows_nothing()
    {
        await using var bot = await StartAsync();
        var cells = await Task.WhenAll(Role.All.Select(role => PlayAsync(bot, role)));

        Assert.All(cells, count => Assert.True(count > 100));
        // What is allowed does reach the gateway: the table would be no proof if nothing did.
        string[] asked = [.. bot.Gateway.RequestLog.Snapshot().Select(record => record.Operation ?? "").Distinct()];
        Assert.True(asked.Length > 3, string.Join(", ", asked));
    }

    private static async Task<int> PlayAsync(BotUnderTest bot, Role role)
    {
        if (role.AgentId is not null && !role.IsForeign && !role.IsGuest)
        {
            await bot.Personal(new ChatUser(role.ChatId, role.Name, role.ObjectId)).SignInAsync();
        }

        var all = s_kinds
            .Select(kind => ConversationOf(bot, role, kind))
            .SelectMany(where => Deed.All(role).Select(deed => (Where: where, Deed: deed, Refusal: Policy.RefusalOf(role, deed, where))))
            .ToList();

        // The refused cells come first: whatever the gateway hears or the chats show meanwhile, one of them did it.
        var before = RequestsOf(bot, role);
        foreach (var (where, deed, refusal) in all.Where(cell => cell.Refusal is not null))
        {
            var heard = await new RoleClient(bot, role, where).DoAsync(deed, isToldAlone: true);
            Assert.True(
                heard.Public.Count == 0 && heard.Alone.Count == 1 && heard.Alone[0].Contains(refusal!, StringComparison.Ordinal),
                $"{role}, {where.Type}: {deed} should be refused with “{refusal}”, heard {heard}");
        }

        Assert.Equal(before, RequestsOf(bot, role));
        Assert.DoesNotContain(s_kinds.Skip(1).SelectMany(kind => bot.Connector.Thread(ConversationOf(bot, role, kind).Id)), message => message.IsFromBot);

        foreach (var (where, deed, _) in all.Where(cell => cell.Refusal is null))
        {
            var heard = await new RoleClient(bot, role, where).DoAsync(deed, isToldAlone: false);
            Assert.False(heard.Alone.Concat(heard.Public).Any(Policy.IsRefusal), $"{role}, {where.Type}: {deed} should be allowed, heard {heard}");
        }

        return all.Count;
    }

    private static ChatConversation ConversationOf(BotUnderTest bot, Role role, string kind) => kind switch
    {
        "personal" => ChatConversation.Personal(bot.Connector.PersonalChatOf(role.ChatId)),
        "group" => ChatConversation.GroupChat($"19:group-{role.ChatId[8..]}@thread.v2"),
        _ => new ChatConversation($"19:channel-{role.ChatId[8..]}@thread.tacv2;messageid=1795354037170", "channel", "19:incidents@thread.tacv2", "19:general@thread.tacv2"),
    };

    private static int RequestsOf(BotUnderTest bot, Role role) =>
        bot.Gateway.RequestLog.Snapshot().Count(record => record.AgentId == role.AgentId?.ToString(CultureInfo.InvariantCulture));

    private static Task<BotUnderTest> StartAsync()
    {
        List<(string, string)> settings =
        [
            ("Teams:AllowedTenants:0", ChatConversation.TenantId),
            // The table is played faster than any person writes.
            ("Limits:UserPerMinute", "100000"),
            ("Limits:TenantPerSecond", "100000"),
            ("AgentTeams:0:Name", "Own"),
            ("AgentTeams:0:WorkNumbers", "2001-2008"),
            ("AgentTeams:1:Name", "Other"),
            ("AgentTeams:1:WorkNumbers", "2009-2024"),
        ];
        foreach (var (role, index) in Role.All.Where(role => role.AgentId is not null).Select((role, index) => (role, index + 2)))
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"Inspectors:{index}:");
            settings.AddRange(
            [
                ($"{at}EntraObjectId", role.ObjectId), ($"{at}AgentId", role.AgentId!.Value.ToString(CultureInfo.InvariantCulture)), ($"{at}DisplayName", role.Name),
                ($"{at}PhoneNumber", $"4{role.AgentId}"), ($"{at}Password", "Inspect-2025"), ($"{at}Permissions", role.Setting), ($"{at}Teams:0", "Own"),
            ]);
        }

        return BotUnderTest.StartAsync(
            options =>
            {
                options.RecordPolls = false;
                foreach (var agentId in Role.All.Select(role => role.AgentId).OfType<int>())
                {
                    options.Inspectors.Add(new SimulatedInspector { AgentId = agentId, Name = "Inspector" });
                }
            },
            [.. settings]);
    }
}

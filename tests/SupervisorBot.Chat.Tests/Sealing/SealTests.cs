using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Notices;

namespace SupervisorBot.Chat.Tests.Sealing;

/// <summary>A button counts only as the bot made it, where it made it, and while it is new.</summary>
public sealed class SealTests
{
    private const string Now = "Intercept now";
    private const string OldButton = "belongs to an older card";

    [Theory]
    [InlineData("Auto")]
    [InlineData("Off")]
    public async Task Every_button_that_leaves_is_sealed_for_the_conversation_that_it_goes_to(string targeted)
    {
        await using var bench = new ChatBench(("Teams:TargetedMessages", targeted));
        bench.Desk.ReadingRefused = Refusal.NotSignedIn;
        await bench.SayAsync("/agents", room: Room.Group);
        bench.Desk.ReadingRefused = null;
        foreach (var room in new[] { Room.Personal, Room.Group, Room.Channel })
        {
            foreach (var typed in new[] { "/help", "/agents", "/calls 1002", "/intercept", "/intercept 1001", "/status", "/listen 1001", "/signin", "/signout" })
            {
                await bench.SayAsync(typed, room: room);
            }
        }

        await bench.NoticeAsync(new SignedOutNotice(
            FakeDesk.Olga, new Places.Place(ChatBench.Thread(Room.Channel), 0, Places.PlacePurpose.Request).ToOrigin(), bench.Time.GetUtcNow(), new Problem(ProblemKind.NoAnswer)));

        var buttons = bench.Sent.SelectMany(entry => AllButtons(entry.Card).Select(data => (entry.ConversationId, Data: data))).ToList();
        Assert.True(buttons.Count > 50, $"Only {buttons.Count} buttons were sent.");
        Assert.Contains(buttons, button => button.ConversationId == (targeted == "Off" ? Room.Personal : Room.Group).ConversationId);
        foreach (var (conversation, data) in buttons)
        {
            var where = ChatBench.Thread(Room.Personal) with { ConversationId = conversation };
            Assert.Equal(SealVerdict.Good, await LookAsync(bench, data, where));
        }
    }

    [Fact]
    public async Task A_card_that_answers_a_press_is_sealed_and_its_button_can_be_pressed()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/intercept");
        var list = bench.Last;
        var shown = await bench.PressAsync(list, "Refresh");
        Assert.True(shown.IsCard);
        var again = await bench.PressAsync(shown.AsMessage(list), "Refresh");
        Assert.True(again.IsCard);
    }

    public static TheoryData<string> Forgeries => ["op", "verb", "by", "added", "taken away", "twice", "no seal", "half a seal", "another seal", "other bytes", "verb beside"];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_press_does_nothing_and_is_told_counted_and_audited(string forgery)
    {
        await using var bench = new ChatBench();
        using var refused = new MetricCollector<long>(null, ChatTelemetry.Name, ChatTelemetry.SealsRefused);
        await bench.SayAsync("/intercept 1001");
        var confirmation = bench.Last;
        var invoke = Recordings.Invoke(Person.Olga, Room.Personal, confirmation.MessageId, ChatBench.ButtonOf(confirmation, Now));
        var value = Forge(invoke.Value!.Value.GetRawText(), forgery, ChatBench.ButtonOf(confirmation, "Cancel")["seal"]!.GetValue<string>());

        var answer = Answer.Of(await bench.TurnAsync(invoke with { Value = JsonDocument.Parse(value).RootElement.Clone() }));

        Assert.True(answer.IsWord);
        Assert.Contains(OldButton, answer.Text);
        Assert.Equal((0, 1), (bench.Desk.Starts, bench.Sent.Count));
        Assert.Empty(bench.Desk.Asked);
        Assert.NotEmpty(refused.GetMeasurementSnapshot());
        var entry = Assert.Single(await Audited(bench));
        Assert.Equal((AuditAct.Press, AuditStage.Refused, 2001), (entry.Act, entry.Stage, entry.Actor.AgentId));
        Assert.StartsWith("Seal", entry.Detail);
        Assert.True((await bench.PressAsync(confirmation, Now)).IsCard);
        Assert.Equal(1, bench.Desk.Starts);
    }

    [Fact]
    public async Task A_forged_submit_is_told_privately_and_does_nothing()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync(Room.Group);
        var press = ChatBench.ButtonOf(confirmation, Now).DeepClone().AsObject();
        press["op"] = Guid.NewGuid().ToString("N");
        await bench.SubmitAsync(confirmation, press);
        Assert.Contains(OldButton, bench.Last.Text);
        Assert.True(bench.Last.IsTargetedAt(Person.Olga, Room.Group));
        Assert.Equal(0, bench.Desk.Starts);
    }

    [Fact]
    public async Task A_button_of_another_conversation_is_refused_and_one_of_another_thread_of_the_channel_is_not()
    {
        await using var bench = new ChatBench();
        var inChannel = await bench.ConfirmationAsync(Room.Channel);
        var press = ChatBench.ButtonOf(inChannel, Now);

        var elsewhere = Answer.Of(await bench.TurnAsync(Recordings.Invoke(Person.Olga, Room.Group, inChannel.MessageId, press)));
        Assert.Contains(OldButton, elsewhere.Text);
        Assert.Equal(0, bench.Desk.Starts);

        var invoke = Recordings.Invoke(Person.Olga, Room.Channel, inChannel.MessageId, press);
        var root = invoke with { Conversation = invoke.Conversation! with { Id = "19:incidents@thread.tacv2" } };
        Assert.True(Answer.Of(await bench.TurnAsync(root)).IsCard);
        Assert.Equal(1, bench.Desk.Starts);
    }

    [Fact]
    public async Task A_button_of_another_tenant_is_refused()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync();
        var invoke = Recordings.Invoke(Person.Olga, Room.Personal, confirmation.MessageId, ChatBench.ButtonOf(confirmation, Now));
        var foreign = invoke with { Conversation = invoke.Conversation! with { TenantId = "99999999-9999-4999-8999-999999999999" } };
        Assert.Contains(OldButton, Answer.Of(await bench.TurnAsync(foreign)).Text);
        Assert.Equal(0, bench.Desk.Starts);
    }

    [Fact]
    public async Task A_button_is_refused_once_it_is_older_than_its_lifetime()
    {
        await using var bench = new ChatBench(("Presses:Lifetime", "02:00:00"));
        await bench.SayAsync("/status");
        var status = bench.Last;
        bench.Time.Advance(TimeSpan.FromHours(2));
        Assert.True((await bench.PressAsync(status, "Refresh")).IsCard);
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        var answer = await bench.PressAsync(status, "Refresh");
        Assert.Contains(OldButton, answer.Text);
        Assert.Contains("/help", answer.Text);
        Assert.Equal("SealTooOld", Assert.Single(await Audited(bench)).Detail);
    }

    [Fact]
    public async Task Buttons_of_the_key_before_count_until_they_are_too_old()
    {
        await using var bench = new ChatBench(("Presses:KeyLifetime", "01:00:00"), ("Presses:Lifetime", "00:30:00"));
        await bench.SayAsync("/status");
        bench.Time.Advance(TimeSpan.FromMinutes(59));
        await bench.SayAsync("/status");
        var before = bench.Last;
        bench.Time.Advance(TimeSpan.FromMinutes(2));
        await bench.SayAsync("/status");
        var after = bench.Last;
        Assert.NotEqual(KeyOf(before), KeyOf(after));

        Assert.True((await bench.PressAsync(before, "Refresh")).IsCard);
        Assert.True((await bench.PressAsync(after, "Refresh")).IsCard);
        bench.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Contains(OldButton, (await bench.PressAsync(before, "Refresh")).Text);
    }

    [Fact]
    public async Task Nodes_that_share_their_keys_take_each_others_buttons_and_strangers_do_not()
    {
        var shared = new MemoryPressKeyStore();
        await using var one = new ChatBench(services => services.AddSingleton<IPressKeyStore>(shared), ("Presses:KeyLifetime", "01:00:00"));
        await using var other = new ChatBench(services => services.AddSingleton<IPressKeyStore>(shared), ("Presses:KeyLifetime", "01:00:00"));
        await using var stranger = new ChatBench();
        await one.SayAsync("/status");
        await stranger.SayAsync("/status");
        Assert.True((await other.PressAsync(one.Last, "Refresh")).IsCard);
        Assert.Contains(OldButton, (await stranger.PressAsync(one.Last, "Refresh")).Text);

        // A key that the one makes while the other knows the first alone.
        one.Time.Advance(TimeSpan.FromMinutes(61));
        await one.SayAsync("/status");
        other.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.True((await other.PressAsync(one.Last, "Refresh")).IsCard);
        Assert.Equal(2, (await shared.ReadAsync(CancellationToken.None)).Count);
    }

    private static byte KeyOf(Entry message) => System.Buffers.Text.Base64Url.DecodeFromChars(ChatBench.ButtonOf(message, "Refresh")["seal"]!.GetValue<string>())[0];

    private static async Task<SealVerdict> LookAsync(ChatBench bench, JsonObject data, ConversationReference where) =>
        await bench.Get<PressSeals>().LookAsync(JsonSerializer.SerializeToElement(data), where, CancellationToken.None);

    private static async Task<IReadOnlyList<AuditEntry>> Audited(ChatBench bench) =>
        [.. (await ((MemoryAuditTrail)bench.Get<IAuditTrail>()).ReadAsync(0, 100, CancellationToken.None)).Select(record => record.Entry)];

    private static string Forge(string value, string how, string otherSeal)
    {
        var forged = JsonNode.Parse(value)!;
        var action = forged["action"]!.AsObject();
        var data = action["data"]!.AsObject();
        var seal = data["seal"]!.GetValue<string>();
        switch (how)
        {
            case "op":
                data["op"] = Guid.NewGuid().ToString("N");
                break;
            case "verb":
                data["verb"] = "intercept.cancel";
                action["verb"] = "intercept.cancel";
                break;
            case "by":
                data["by"] = 2001;
                break;
            case "added":
                data["workNo"] = 1002;
                break;
            case "taken away":
                data.Remove("op");
                break;
            case "twice":
                return value.Replace("\"op\":", "\"op\":\"0123456789abcdef0123456789abcdef\",\"op\":", StringComparison.Ordinal);
            case "no seal":
                data.Remove("seal");
                break;
            case "half a seal":
                data["seal"] = seal[..^4];
                break;
            case "another seal":
                data["seal"] = otherSeal;
                break;
            case "other bytes":
                data["seal"] = seal[..^2] + (seal[^2] == 'A' ? 'B' : 'A') + seal[^1];
                break;
            case "verb beside":
                action["verb"] = "intercept.cancel";
                break;
        }

        return forged.ToJsonString();
    }

    private static IEnumerable<JsonObject> AllButtons(JsonNode? node) => node switch
    {
        JsonObject element => element.SelectMany(member => AllButtons(member.Value))
            .Concat(element["type"]?.ToString() is "Action.Execute" or "Action.Submit" ? [element["data"]!.AsObject()] : []),
        JsonArray array => array.SelectMany(AllButtons),
        _ => [],
    };
}

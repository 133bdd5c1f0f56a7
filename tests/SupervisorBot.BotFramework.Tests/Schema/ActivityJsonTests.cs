using System.Text.Json;
using System.Text.Json.Nodes;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Tests.Schema;

public sealed class ActivityJsonTests
{
    public static TheoryData<string> All => Recorded.All();

    [Theory]
    [MemberData(nameof(All))]
    public void A_recorded_activity_is_written_as_it_was_read(string name)
    {
        string text = Recorded.Text(name);

        string written = ActivityJson.Write(ActivityJson.ReadActivity(text)!);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(written)), written);
    }

    [Fact]
    public void Unknown_members_are_kept_at_every_level()
    {
        const string Text = """
            {"type":"message","x1":1,"from":{"id":"a","x2":[1,2]},"recipient":{"id":"b","x3":null},"conversation":{"id":"c","x4":{"y":true}},
             "attachments":[{"contentType":"t","content":{"z":1.50},"x5":"5"}],"entities":[{"type":"mention","mentioned":{"id":"b","x6":6},"text":"t","x7":"7"}],
             "membersAdded":[{"id":"m","x8":8}],"value":{"v":[{}]},"channelData":{"x9":9}}
            """;

        string written = ActivityJson.Write(ActivityJson.ReadActivity(Text)!);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Text), JsonNode.Parse(written)), written);
    }

    [Fact]
    public void Absent_members_are_left_out_and_times_are_written_in_UTC()
    {
        Activity activity = new() { Type = "message", Text = "早 <b>", Timestamp = new DateTimeOffset(2026, 11, 22, 14, 5, 6, 70, TimeSpan.FromHours(1)) };

        Assert.Equal("""{"type":"message","timestamp":"2026-11-22T13:05:06.070Z","text":"早 <b>"}""", ActivityJson.Write(activity));
    }

    [Fact]
    public void A_member_listed_with_objectId_has_its_Entra_id()
    {
        Activity activity = ActivityJson.ReadActivity("""{"type":"x","from":{"id":"a","objectId":"o1"},"recipient":{"id":"b","aadObjectId":"o2","objectId":"o3"}}""")!;

        Assert.Equal("o1", activity.From!.AadObjectId);
        Assert.Equal("o2", activity.Recipient!.AadObjectId);
    }

    [Theory]
    [InlineData("""{"type":"x","value":{"a":"\ud800"}}""")]
    [InlineData("""{"type":"x","value":{"\uDC00":1}}""")]
    [InlineData("""{"type":"x","text":"\ud83d \ude00"}""")]
    public void Half_a_character_is_found_when_the_activity_is_read_and_not_when_somebody_asks_for_it(string text) =>
        Assert.Throws<JsonException>(() => ActivityJson.ReadActivity(text));

    [Fact]
    public void A_character_that_is_escaped_as_two_halves_is_whole() =>
        Assert.Equal("😀", ActivityJson.ReadActivity("""{"type":"x","value":{"a":"\ud83d\uDE00"}}""")!.Value!.Value.GetProperty("a").GetString());

    [Fact]
    public void An_element_that_is_null_is_none()
    {
        Activity activity = ActivityJson.ReadActivity(
            """{"type":"x","text":"hi","entities":[null,{"type":"mention"}],"membersAdded":[null],"membersRemoved":[null],"attachments":[null]}""")!;

        Assert.Equal("mention", Assert.Single(activity.Entities!).Type);
        Assert.Equal((0, 0, 0), (activity.MembersAdded!.Count, activity.MembersRemoved!.Count, activity.Attachments!.Count));
        Assert.Equal("hi", ActivityText.WithoutRecipientMention(activity));
    }

    [Fact]
    public void A_reference_keeps_the_thread_and_survives_storage()
    {
        Activity activity = ActivityJson.ReadActivity(Recorded.Text("channel.message.thread-reply.json"))!;

        ConversationReference reference = ConversationReference.FromActivity(activity);
        ConversationReference read = ActivityJson.ReadReference(ActivityJson.Write(reference));

        Assert.Equal("19:incidents@thread.tacv2;messageid=1795354037170", reference.ConversationId);
        Assert.Equal(ConversationTypes.Channel, reference.ConversationType);
        Assert.Equal("11111111-1111-4111-8111-111111111111", reference.TenantId);
        Assert.Equal("28:22222222-2222-4222-8222-222222222222", reference.Bot!.Id);
        Assert.False(reference.IsPersonal);
        Assert.Equal(reference, read);
    }
}

using SupervisorBot.BotFramework.Channel;
using SupervisorBot.Chat.Tests.Bench;

namespace SupervisorBot.Chat.Tests.Admission;

public sealed class AdmissionTests
{
    private const string Tenant = "11111111-1111-4111-8111-111111111111";

    [Theory]
    [InlineData("Group")]
    [InlineData("Channel")]
    public async Task A_stranger_is_refused_in_their_personal_chat(string room)
    {
        await using var bench = new ChatBench(("Teams:TargetedMessages", "Off"));
        await bench.SayAsync("/intercept 1001", Person.Stranger, Room.Named(room));
        var refusal = Assert.Single(bench.Sent);
        Assert.Equal(RecordingThreads.PersonalChatOf(Person.Stranger.Id), refusal.ConversationId);
        Assert.Contains("not listed as an inspector", refusal.Text);
        Assert.Empty(bench.Desk.Proposals);
    }

    [Fact]
    public async Task A_stranger_in_a_personal_chat_is_refused_there()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/listen 1001", Person.Stranger);
        Assert.Equal(Room.Personal.ConversationId, Assert.Single(bench.Sent).ConversationId);
        Assert.Empty(bench.Desk.Asked);
    }

    [Fact]
    public async Task Where_the_personal_chat_is_refused_a_neutral_line_names_nothing()
    {
        await using var bench = new ChatBench(("Teams:TargetedMessages", "Off"));
        bench.Threads.CreationRefused = ChannelFailure.Forbidden;
        await bench.SayAsync("/listen 7", Person.Olga, Room.Channel);
        var line = Assert.Single(bench.Sent);
        Assert.Equal(Room.Channel.ConversationId, line.ConversationId);
        Assert.DoesNotContain("Olga", line.Text);
        Assert.DoesNotContain("listen", line.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("inspector", line.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/lisen 1001")]
    [InlineData("/listen 7")]
    [InlineData("/switch loud")]
    [InlineData("/stop now")]
    public async Task Bad_input_in_a_channel_is_answered_privately(string typed)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync(typed, room: Room.Channel);
        Assert.True(Assert.Single(bench.Sent).IsTargetedAt(Person.Olga, Room.Channel));
    }

    [Fact]
    public async Task The_personal_chat_is_remembered_and_not_created_again()
    {
        await using var bench = new ChatBench(("Teams:TargetedMessages", "Off"));
        await bench.SayAsync("/listen 7", room: Room.Channel);
        await bench.SayAsync("/listen 8", room: Room.Group);
        Assert.Equal(1, bench.Threads.Creations);
    }

    [Fact]
    public async Task A_personal_chat_that_the_person_opened_is_used()
    {
        await using var bench = new ChatBench(("Teams:TargetedMessages", "Off"));
        await bench.SayAsync("/help");
        await bench.SayAsync("/listen 7", room: Room.Channel);
        Assert.Equal(Room.Personal.ConversationId, bench.Last.ConversationId);
        Assert.Equal(0, bench.Threads.Creations);
    }

    [Fact]
    public async Task A_remembered_chat_that_is_gone_is_created_anew()
    {
        await using var bench = new ChatBench(("Teams:TargetedMessages", "Off"));
        await bench.SayAsync("/help");
        bench.Threads.Refused[Room.Personal.ConversationId] = ChannelFailure.Forbidden;
        await bench.SayAsync("/listen 7", room: Room.Channel);
        Assert.Equal(RecordingThreads.PersonalChatOf(Person.Olga.Id), bench.Last.ConversationId);
    }

    [Theory]
    [InlineData(Tenant, true)]
    [InlineData("99999999-9999-4999-8999-999999999999", false)]
    public async Task Only_allowed_tenants_are_let_in(string allowed, bool isLetIn)
    {
        await using var bench = new ChatBench(("Teams:AllowedTenants:0", allowed));
        await bench.SayAsync("/listen 1001");
        Assert.Equal(isLetIn ? 1 : 0, bench.Desk.Asked.Count);
        Assert.Equal(!isLetIn, bench.Last.Text.Contains("organisation is not allowed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_listed_tenant_does_not_let_in_whoever_names_none()
    {
        await using var bench = new ChatBench(("Teams:AllowedTenants:0", Tenant));
        await bench.TurnAsync(Recordings.Read("personal.message", activity =>
        {
            activity["from"]!["aadObjectId"] = Person.Olga.EntraObjectId;
            activity["text"] = "/listen 1001";
            activity["conversation"]!.AsObject().Remove("tenantId");
            activity.Remove("channelData");
        }));
        Assert.Empty(bench.Desk.Asked);
    }

    [Fact]
    public async Task A_submit_of_a_stranger_has_no_effect()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync(Room.Group);
        await bench.SubmitAsync(confirmation, "Intercept now", Person.Stranger);
        Assert.Equal(0, bench.Desk.Starts);
        Assert.True(bench.Last.IsTargetedAt(Person.Stranger, Room.Group));
    }
}

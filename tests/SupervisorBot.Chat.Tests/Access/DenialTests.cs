using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Chat.Tests.Access;

/// <summary>How those are told who may not.</summary>
public sealed class DenialTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Group")]
    [InlineData("Channel")]
    public async Task A_refused_command_is_answered_privately_and_written_down(string room)
    {
        await using var bench = new ChatBench();
        bench.Directory.Put(FakeDesk.Olga, PermissionSet.Of(Permission.List));
        await bench.SayAsync("/intercept 1001", room: Room.Named(room));

        var refusal = Assert.Single(bench.Sent);
        Assert.True(refusal.IsTargetedAt(Person.Olga, Room.Named(room)));
        Assert.Equal("You may not intercept. Ask an administrator of this bot.", refusal.Text);
        Assert.Empty(bench.Desk.Proposals);
        var entry = Assert.Single(await bench.Get<IAuditReader>().ReadAsync(0, 10, Stop)).Entry;
        Assert.Equal((AuditAct.Intercept, AuditStage.Refused, "NotPermitted", 1001), (entry.Act, entry.Stage, entry.Detail, entry.WorkNo));
        Assert.Equal((Person.Olga.EntraObjectId, 2001, Room.Named(room).ConversationId), (entry.Actor.ObjectId, entry.Actor.AgentId, entry.Actor.ConversationId));
    }

    [Fact]
    public async Task An_agent_of_another_team_is_named_in_the_refusal()
    {
        await using var bench = new ChatBench();
        bench.Directory.OtherTeams.Add(1002);
        await bench.SayAsync("/listen 1002");
        Assert.StartsWith("Agent 1002 is not in your teams.", bench.Last.Text, StringComparison.Ordinal);
        Assert.Empty(bench.Desk.Asked);
        await bench.SayAsync("/listen 1001");
        Assert.Single(bench.Desk.Asked);
    }

    [Fact]
    public async Task A_permission_that_is_gone_between_the_card_and_the_press_refuses_the_press_and_leaves_the_card()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync(Room.Group);
        bench.Directory.Put(FakeDesk.Olga, PermissionSet.All.Without(PermissionSet.Of(Permission.Intercept)));
        var sent = bench.Sent.Count;

        var answer = await bench.PressAsync(confirmation, "Intercept now");
        Assert.True(answer.IsWord);
        Assert.Equal("You may not intercept. Ask an administrator of this bot.", answer.Text);
        Assert.Equal(0, bench.Desk.Starts);
        Assert.Equal(sent, bench.Sent.Count);
        Assert.True((await bench.PressAsync(confirmation, "Cancel")).IsCard);
    }

    [Fact]
    public async Task What_the_session_refuses_at_the_press_is_told_in_plain_words()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync();
        bench.Desk.PressRefused = Refusal.OtherTeam;
        var answer = await bench.PressAsync(confirmation, "Intercept now");
        Assert.StartsWith("Agent 1001 is not in your teams.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(InterceptionStep.Proposed, Assert.Single(bench.Desk.Interceptions.Values).Step);
    }

    [Fact]
    public async Task In_a_shared_chat_each_press_is_checked_for_whoever_presses()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/agents", room: Room.Group);
        var list = bench.Last;
        Assert.Contains("Only Olga Petrova", (await bench.PressAsync(list, "Refresh", Person.Boris)).Text);
        Assert.Contains("not listed as an inspector", (await bench.PressAsync(list, "Refresh", Person.Stranger)).Text);
        Assert.True((await bench.PressAsync(list, "Refresh")).IsCard);
        bench.Directory.Put(FakeDesk.Olga, PermissionSet.None);
        Assert.Contains("You may not see the agents", (await bench.PressAsync(list, "Refresh")).Text);
    }

    [Fact]
    public async Task A_guest_gets_nothing_but_the_refusal()
    {
        await using var bench = new ChatBench();
        await bench.TurnAsync(Recordings.Read("groupChat.message.mention", activity =>
        {
            activity["from"]!["aadObjectId"] = Person.Olga.EntraObjectId;
            activity["from"]!["userRole"] = "guest";
            activity["text"] = "/agents";
        }));
        Assert.Contains("not for guests", Assert.Single(bench.Sent).Text);
        Assert.NotNull(bench.Last.Only);
        var entry = Assert.Single(await bench.Get<IAuditReader>().ReadAsync(0, 10, Stop)).Entry;
        Assert.Equal((AuditAct.Message, AuditStage.Refused, "Guest"), (entry.Act, entry.Stage, entry.Detail));
    }

    [Fact]
    public async Task Somebody_without_an_object_id_is_nobody()
    {
        await using var bench = new ChatBench();
        await bench.TurnAsync(Recordings.Read("personal.message", activity =>
        {
            activity["from"]!.AsObject().Remove("aadObjectId");
            activity["text"] = "/agents";
        }));
        Assert.Contains("not listed as an inspector", Assert.Single(bench.Sent).Text);
    }

    [Fact]
    public async Task A_directory_that_cannot_be_read_lets_nobody_in()
    {
        await using var bench = new ChatBench();
        bench.Directory.Unreadable = new StoreUnavailableException("away");
        await bench.SayAsync("/listen 1001");
        Assert.Contains("I cannot find out at the moment who may use me", Assert.Single(bench.Sent).Text);
        Assert.Empty(bench.Desk.Asked);
    }
}

using System.Text.Json.Nodes;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.Notices;

namespace SupervisorBot.Chat.Tests.Calls;

/// <summary>/force and /drop: a question that says what it does, a required reason, one request of one confirmation, and what came of it.</summary>
public sealed class ForceTests
{
    [Theory]
    [InlineData("/force busy 1002", "Make Boris Idle (1002) busy?", "It takes effect at once.")]
    [InlineData("/force busy 1001", "Make Anna Ivanova (1001) busy?", "is in a call and keeps it. It takes effect when the call ends")]
    [InlineData("/force signout 1001", "Sign Anna Ivanova (1001) out?", "signing them out can cut that call off")]
    public async Task The_question_says_what_it_does_and_when(string text, string title, string effect)
    {
        await using var bench = Bench();
        await bench.SayAsync(text);
        Assert.Contains(title, bench.Last.Text);
        Assert.Contains(effect, bench.Last.Text);
        Assert.Empty(bench.Desk.Asked);
    }

    [Fact]
    public async Task A_confirmation_needs_a_reason_and_makes_one_request_however_often_it_is_pressed()
    {
        await using var bench = Bench();
        await bench.SayAsync("/force rest 1002 20");
        var question = bench.Last;
        Assert.Contains("20", CardReading.Objects(question.Card!).Single(element => CardReading.Type(element) == "Input.Number")["value"]!.ToString());
        var press = ChatBench.ButtonOf(question, "Send to rest").DeepClone().AsObject();
        press["minutes"] = 20;
        Assert.Contains("give a reason", (await bench.PressAsync(question, press)).Text);
        Assert.Empty(bench.Desk.Asked);
        press["reason"] = "Long\nday";
        press["minutes"] = "1381";
        Assert.Contains("whole number from 1 to", (await bench.PressAsync(question, press)).Text);

        press["minutes"] = 25;
        Assert.Contains("Asked the gateway", (await bench.PressAsync(question, press)).Text);
        await bench.PressAsync(question, press);
        var requests = bench.Desk.Asked.Cast<ForceRequested>().ToList();
        Assert.Equal(requests[0], requests[1]);
        Assert.Equal((1002, ForcedState.Rest, TimeSpan.FromMinutes(25), "Long day"), (requests[0].WorkNo, requests[0].State, requests[0].RestFor, requests[0].Reason));

        await bench.NoticeAsync(new RequestDoneNotice(FakeDesk.Olga, requests[0].Origin, bench.Time.GetUtcNow(), requests[0], AgentState.Resting));
        var done = bench.Now(question.MessageId).Text;
        Assert.Contains("✔ agent 1002 was sent to rest", done);
        Assert.Contains("Resting", done);
        Assert.Contains("Long day", done);
    }

    [Fact]
    public async Task In_a_group_the_question_is_for_the_asker_and_the_outcome_for_everybody()
    {
        await using var bench = Bench();
        await bench.SayAsync("/force idle 1002 break is over", room: Room.Group);
        var question = bench.Last;
        Assert.Equal(Person.Olga.Id, question.Only);
        await bench.PressAsync(question, "Make idle");
        Assert.All(bench.Sent, entry => Assert.Equal(Person.Olga.Id, entry.Only));

        var request = Assert.IsType<ForceRequested>(bench.Desk.Asked.Single());
        await bench.NoticeAsync(new RequestDoneNotice(FakeDesk.Olga, request.Origin, bench.Time.GetUtcNow(), request, AgentState.Idle));

        Assert.Contains("was made idle", bench.Now(question.MessageId).Text);
        var told = Assert.Single(bench.Sent, entry => entry.Only is null);
        Assert.Equal(Room.Group.ConversationId, told.ConversationId);
        Assert.Contains("was made idle", told.Text);
        Assert.Contains("break is over", told.Text);
    }

    [Fact]
    public async Task A_typed_reason_stands_in_the_card_and_is_not_asked_for()
    {
        await using var bench = Bench();
        await bench.SayAsync("/force idle 1002 break is over");
        var question = bench.Last;
        Assert.Contains("break is over", question.Text);
        Assert.DoesNotContain(CardReading.Objects(question.Card!), element => CardReading.Type(element) == "Input.Text");
        await bench.PressAsync(question, "Make idle");
        Assert.Equal("break is over", Assert.IsType<ForceRequested>(bench.Desk.Asked.Single()).Reason);
    }

    [Fact]
    public async Task What_is_not_known_to_have_happened_is_told_so()
    {
        await using var bench = Bench();
        await bench.SayAsync("/force busy 1002");
        var question = bench.Last;
        await ConfirmAsync(bench, question, "Make busy");
        var request = bench.Desk.Asked.Single();
        await bench.NoticeAsync(new RequestFailedNotice(FakeDesk.Olga, request.Origin, bench.Time.GetUtcNow(), request, new Problem(ProblemKind.NoAnswer)));
        Assert.Contains("? Not certain: Make agent 1002 busy?", bench.Now(question.MessageId).Text);
    }

    [Fact]
    public async Task Accepted_during_a_call_is_told_as_to_come()
    {
        await using var bench = Bench();
        await bench.SayAsync("/force busy 1001");
        var question = bench.Last;
        await ConfirmAsync(bench, question, "Make busy");
        var request = (ForceRequested)bench.Desk.Asked.Single() with { AgentName = "Anna Ivanova" };
        await bench.NoticeAsync(new RequestDoneNotice(FakeDesk.Olga, request.Origin, bench.Time.GetUtcNow(), request, AgentState.Talking));
        Assert.Contains("it takes effect when the call ends", bench.Now(question.MessageId).Text);
    }

    [Fact]
    public async Task A_late_confirmation_and_one_of_somebody_without_the_permission_ask_nothing()
    {
        await using var bench = Bench();
        await bench.SayAsync("/force busy 1002");
        var question = bench.Last;
        bench.Directory.Put(FakeDesk.Olga, PermissionSet.Default);
        Assert.Contains("You may not force", (await ConfirmAsync(bench, question, "Make busy")).Text);
        bench.Directory.Put(FakeDesk.Olga, PermissionSet.All);
        bench.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Contains("Too late", (await ConfirmAsync(bench, question, "Make busy")).Text);
        Assert.Empty(bench.Desk.Asked);
    }

    [Theory]
    [InlineData("/force", "needs a state")]
    [InlineData("/force happy 1001", "needs a state")]
    [InlineData("/force busy Anna", "is not a work number")]
    [InlineData("/force busy 1009", "is not signed in at the contact centre")]
    [InlineData("/force busy 2001", "work number is your own")]
    [InlineData("/drop", "needs a work number")]
    [InlineData("/drop 1002", "has no call at the moment")]
    [InlineData("/drop 1001", "has several calls. Say which: 1477-1, 1477-2")]
    [InlineData("/drop 1001 1477-3", "is not among the calls of Anna Ivanova (1001): 1477-1, 1477-2")]
    public async Task What_cannot_be_asked_says_why(string text, string words)
    {
        await using var bench = Bench();
        await bench.SayAsync(text);
        Assert.Contains(words, bench.Last.Text);
        Assert.Empty(bench.Desk.Asked);
    }

    [Theory]
    [InlineData("/force busy 1001")]
    [InlineData("/drop 1001")]
    public async Task Agents_of_other_teams_and_people_without_the_permission_are_refused(string text)
    {
        await using var bench = Bench();
        bench.Directory.OtherTeams.Add(1001);
        await bench.SayAsync(text);
        Assert.Contains("is not in your teams", bench.Last.Text);
        bench.Directory.Put(FakeDesk.Olga, PermissionSet.Default);
        await bench.SayAsync(text);
        Assert.Contains("You may not force", bench.Last.Text);
    }

    [Fact]
    public async Task A_dropped_call_is_asked_about_by_what_it_does_and_told_when_it_is_over()
    {
        await using var bench = Bench();
        await bench.SayAsync("/drop 1001 1477-2 Abuse of the line");
        var question = bench.Last;
        Assert.Contains("The customer's call ends at once", question.Text);
        Assert.Contains("••••••••1234", question.Text);
        await ConfirmAsync(bench, question, "End this customer's call", "Abuse of the line");
        var request = Assert.IsType<DropRequested>(bench.Desk.Asked.Single());
        Assert.Equal((1001, "1477-2", "Abuse of the line"), (request.WorkNo, request.CallId, request.Reason));
        await bench.NoticeAsync(new RequestFailedNotice(FakeDesk.Olga, request.Origin, bench.Time.GetUtcNow(), request, new Problem(ProblemKind.CallEnded)));
        Assert.Contains("× Not done", bench.Now(question.MessageId).Text);
    }

    private static async Task<Answer> ConfirmAsync(ChatBench bench, Entry question, string button, string reason = "Training")
    {
        var press = ChatBench.ButtonOf(question, button).DeepClone().AsObject();
        press["reason"] = reason;
        return await bench.PressAsync(question, press);
    }

    private static ChatBench Bench()
    {
        var bench = new ChatBench();
        bench.Desk.Agents =
        [
            new AgentView(1001, "Anna Ivanova", "Sales", AgentState.Talking, true, null),
            new AgentView(1002, "Boris Idle", "Sales", AgentState.Idle, false, null),
        ];
        bench.Desk.Calls[1001] = [Call("1477-1"), Call("1477-2")];
        bench.Desk.Calls[1002] = [];
        return bench;
    }

    private static CallView Call(string id) => new(id, MaskedNumber.Of("493055551234"), CallDirection.Inbound, null);
}

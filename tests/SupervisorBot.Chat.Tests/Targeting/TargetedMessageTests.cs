using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Notices;

namespace SupervisorBot.Chat.Tests.Targeting;

/// <summary>Choosing, errors, help and status are seen by whoever asked; what comes of it by everybody.</summary>
public sealed class TargetedMessageTests
{
    private const string Now = "Intercept now";

    [Theory]
    [InlineData("/agents")]
    [InlineData("/calls 1001")]
    [InlineData("/help")]
    [InlineData("/status")]
    [InlineData("/signin")]
    [InlineData("/stop")]
    [InlineData("/intercept")]
    [InlineData("/intercept 1001")]
    [InlineData("/force rest 1003")]
    [InlineData("/drop 1632-7")]
    [InlineData("/history")]
    [InlineData("/language")]
    [InlineData("/nonsense")]
    public async Task What_concerns_the_asker_alone_is_seen_by_the_asker_alone(string typed)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync(typed, room: Room.Group);
        Assert.True(Assert.Single(bench.Sent).IsTargetedAt(Person.Olga, Room.Group));
    }

    [Theory]
    [InlineData("Group")]
    [InlineData("Channel")]
    public async Task What_is_chosen_is_private_until_it_is_confirmed_and_then_everybody_sees_how_it_goes_on(string name)
    {
        var room = Room.Named(name);
        await using var bench = new ChatBench();
        await bench.SayAsync("/intercept", room: room);
        var dialog = bench.Last;
        var confirmation = await bench.PressAsync(dialog, "Choose");
        Assert.Contains("Take this call over?", confirmation.Text);
        Assert.All(bench.Sent, entry => Assert.True(entry.IsTargetedAt(Person.Olga, room)));

        var answer = await bench.PressAsync(confirmation.AsMessage(dialog), Now);
        Assert.Contains("for everybody there to see", answer.Text);
        var seen = Assert.Single(bench.Sent, entry => entry.Only is null);
        Assert.Contains("Taking over the call of Anna Ivanova (1001)\nOlga Petrova", seen.Text);
        Assert.False(seen.IsEdit);

        await bench.NoticeAsync(bench.Desk.Interceptions.Values.Single() with
        {
            Step = InterceptionStep.Decided,
            Outcome = InterceptionOutcome.Done,
            DecidedAt = bench.Time.GetUtcNow(),
        });
        Assert.Contains("✔ Call taken over", bench.Now(seen.MessageId).Text);
        Assert.Contains("✔ Call taken over", bench.Now(dialog.MessageId).Text);
        Assert.Contains(bench.Sent, entry => entry.Only is null && entry.Activity.Text?.StartsWith("✔ Olga Petrova took over", StringComparison.Ordinal) == true);
        Assert.All(bench.Sent.Where(entry => entry.MessageId == dialog.MessageId), entry => Assert.True(entry.IsTargetedAt(Person.Olga, room)));
    }

    [Theory]
    [InlineData("Cancelled")]
    [InlineData("Expired")]
    public async Task What_was_never_confirmed_is_never_seen_by_others(string outcome)
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync(Room.Group);
        if (outcome == "Cancelled")
        {
            await bench.PressAsync(confirmation, "Cancel");
        }
        else
        {
            await bench.NoticeAsync(bench.Desk.Interceptions.Values.Single() with
            {
                Step = InterceptionStep.Decided,
                Outcome = InterceptionOutcome.Expired,
                DecidedAt = bench.Time.GetUtcNow(),
            });
        }

        Assert.Contains(outcome, bench.Now(confirmation.MessageId).Text);
        Assert.All(bench.Sent, entry => Assert.True(entry.IsTargetedAt(Person.Olga, Room.Group)));
    }

    [Theory]
    [InlineData(ChannelFailure.Rejected, 400)]
    [InlineData(ChannelFailure.Rejected, 405)]
    [InlineData(ChannelFailure.Forbidden, 403)]
    [InlineData(ChannelFailure.NotFound, 404)]
    public async Task Where_the_service_refuses_one_the_personal_chat_serves_and_the_outcome_is_told_in_the_thread(ChannelFailure kind, int status)
    {
        await using var bench = new ChatBench();
        var tried = Refuse(bench, kind, status);

        await bench.SayAsync("/intercept 1001", room: Room.Channel);
        var confirmation = bench.Last with { ConversationId = Room.Personal.ConversationId };
        Assert.Equal(RecordingThreads.PersonalChatOf(Person.Olga.Id), bench.Last.ConversationId);
        await bench.SayAsync("/status", room: Room.Channel);
        Assert.Equal(1, tried());
        Assert.DoesNotContain(bench.Sent, entry => entry.ConversationId == Room.Channel.ConversationId);

        var press = await bench.SealAsync(ChatBench.ButtonOf(confirmation, Now), Room.Personal, Room.Channel);
        await bench.PressAsync(confirmation, press);
        Assert.Equal(1, bench.Desk.Starts);
        var seen = Assert.Single(bench.Sent, entry => entry.ConversationId == Room.Channel.ConversationId);
        Assert.Contains("Taking over the call of Anna Ivanova (1001)", seen.Text);
    }

    [Fact]
    public async Task After_a_refusal_they_are_tried_again_when_the_time_is_over_or_a_slash_command_proves_that_they_work()
    {
        await using var bench = new ChatBench();
        var tried = Refuse(bench, ChannelFailure.Rejected, 400);
        await bench.SayAsync("/status", room: Room.Group);
        await bench.SayAsync("/status", room: Room.Group);
        Assert.Equal(1, tried());

        bench.Time.Advance(TimeSpan.FromHours(6));
        await bench.SayAsync("/status", room: Room.Group);
        Assert.Equal(2, tried());

        bench.Threads.Judge = _ => null;
        await bench.TurnAsync(Slash("/status"));
        Assert.True(bench.Last.IsTargetedAt(Person.Olga, Room.Group));
    }

    [Fact]
    public async Task The_answer_to_a_slash_command_names_what_it_answers()
    {
        await using var bench = new ChatBench();
        var asked = Slash("/status");
        await bench.TurnAsync(asked);
        var info = Assert.Single(bench.Last.Activity.Entities!);
        Assert.Equal((Entity.TargetedAnswerType, asked.Id), (info.Type, info.Other!["messageId"].GetString()));
    }

    [Theory]
    [InlineData("Off", "msteams")]
    [InlineData("Auto", "webchat")]
    public async Task They_are_sent_where_they_are_wanted_and_known_only(string setting, string channelId)
    {
        await using var bench = new ChatBench(("Teams:TargetedMessages", setting));
        await bench.TurnAsync(Recordings.Message(Person.Olga, Room.Group, "/status") with { ChannelId = channelId });
        Assert.Equal((RecordingThreads.PersonalChatOf(Person.Olga.Id), null), (bench.Last.ConversationId, bench.Last.Only));
    }

    [Fact]
    public async Task A_button_that_everybody_sees_answers_whoever_presses_it_alone()
    {
        await using var bench = new ChatBench();
        await bench.TurnAsync(Recordings.Read("channel.open.installationUpdate", activity => activity["conversation"]!["id"] = Room.Channel.ConversationId));
        var welcome = bench.Last;

        var answer = await bench.PressAsync(welcome, "What can I type?");
        Assert.True(answer.IsWord);
        Assert.Contains("Only you see the answer", answer.Text);
        Assert.True(bench.Last.IsTargetedAt(Person.Olga, Room.Channel));
        Assert.Contains("/intercept", bench.Last.Text);
        Assert.DoesNotContain(bench.Sent, entry => entry.IsEdit);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_edited_any_more_is_given_anew()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/signin", room: Room.Group);
        var asked = bench.Last;
        bench.Threads.GoneMessages[asked.MessageId] = true;

        await bench.NoticeAsync(new SignedInNotice(FakeDesk.Olga, bench.Desk.Asked.Last().Origin, bench.Time.GetUtcNow(), true));
        Assert.True(bench.Last is { IsEdit: false } && bench.Last.IsTargetedAt(Person.Olga, Room.Group));
        Assert.Contains("✔ Signed in", bench.Last.Text);
    }

    [Fact]
    public async Task What_failed_is_told_to_whoever_asked_for_it()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/hangup now", room: Room.Group);
        var request = bench.Desk.Asked.Last();
        await bench.NoticeAsync(new RequestFailedNotice(FakeDesk.Olga, request.Origin, bench.Time.GetUtcNow(), request, new Problem(ProblemKind.NoAnswer)));
        Assert.All(bench.Sent, entry => Assert.True(entry.IsTargetedAt(Person.Olga, Room.Group)));
        Assert.True(bench.Last.IsEdit);
    }

    /// <summary>Refuses targeted messages from now on; tells how many were tried.</summary>
    private static Func<int> Refuse(ChatBench bench, ChannelFailure kind, int status)
    {
        var tried = 0;
        bench.Threads.Judge = entry =>
        {
            if (entry.Only is null)
            {
                return null;
            }

            tried++;
            return new ChannelException(kind, status, "BadArgument");
        };
        return () => tried;
    }

    private static Activity Slash(string text)
    {
        var message = Recordings.Message(Person.Olga, Room.Group, text);
        return message with { Text = text, Entities = null, Recipient = message.Recipient! with { IsTargeted = true } };
    }
}

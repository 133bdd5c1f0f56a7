using SupervisorBot.BotFramework.Channel;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Notices;

namespace SupervisorBot.Chat.Tests.Outbox;

public sealed class PrivateMessageTests
{
    private static readonly Problem s_lost = new(ProblemKind.SessionEnded);

    [Theory]
    [InlineData("Group")]
    [InlineData("Channel")]
    public async Task A_session_that_nobody_ended_is_told_to_its_inspector_alone_with_a_way_to_sign_in(string room)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/signin", room: Room.Named(room));
        await LoseAsync(bench);
        var told = await bench.WaitForAsync(entry => entry.Text.Contains("has ended", StringComparison.Ordinal));
        Assert.Equal(RecordingThreads.PersonalChatOf(Person.Olga.Id), told.ConversationId);
        Assert.Contains("[Sign in]", told.Text);
        Assert.Single(bench.Sent, entry => entry.ConversationId == Room.Named(room).ConversationId);
    }

    [Fact]
    public async Task The_personal_chat_that_is_known_is_used()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/help");
        await bench.SayAsync("/signin", room: Room.Channel);
        await LoseAsync(bench);
        var told = await bench.WaitForAsync(entry => entry.Text.Contains("has ended", StringComparison.Ordinal));
        Assert.Equal((Room.Personal.ConversationId, 0), (told.ConversationId, bench.Threads.Creations));
    }

    [Fact]
    public async Task Where_the_personal_chat_is_refused_the_thread_hears_only_that_there_is_something_to_tell()
    {
        await using var bench = new ChatBench();
        bench.Threads.CreationRefused = ChannelFailure.Forbidden;
        await bench.SayAsync("/signin", room: Room.Channel);
        await LoseAsync(bench);
        var line = await bench.WaitForAsync(entry => entry.Text.Contains("cannot reach you privately", StringComparison.Ordinal));
        Assert.Equal(Room.Channel.ConversationId, line.ConversationId);
        Assert.DoesNotContain("session", line.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, bench.Outbox.Waiting);
    }

    [Fact]
    public async Task Where_the_channel_is_away_the_private_message_waits()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/signin", room: Room.Channel);
        bench.Threads.Judge = _ => new ChannelException(ChannelFailure.Unavailable, 503);
        var origin = bench.Desk.Asked.Last().Origin;
        await bench.AddAsync([.. bench.Get<INoticeComposer>().Compose(new SignedOutNotice(FakeDesk.Olga, origin, bench.Time.GetUtcNow(), s_lost))]);
        await bench.UntilAsync(() => bench.Threads.Tries >= 2, "it was tried");
        bench.Threads.Judge = _ => null;
        await bench.PassAsync(TimeSpan.FromMinutes(1), () => bench.Outbox.Waiting == 0, "it is sent");
        Assert.Equal(RecordingThreads.PersonalChatOf(Person.Olga.Id), bench.Last.ConversationId);
    }

    [Fact]
    public async Task What_becomes_of_an_automatic_sign_in_is_told_privately_and_the_old_answer_stays()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/signin", room: Room.Channel);
        var origin = bench.Desk.Asked.Last().Origin;
        await bench.NoticeAsync(new SignedOutNotice(FakeDesk.Olga, origin, bench.Time.GetUtcNow(), s_lost, SignsInAgain: true));
        Assert.DoesNotContain("[Sign in]", bench.Last.Text);
        Assert.Contains("signing you in again", bench.Last.Text);
        await bench.NoticeAsync(new SignedInNotice(FakeDesk.Olga, origin, bench.Time.GetUtcNow(), true, IsAgain: true));
        Assert.Contains("signed in again", bench.Last.Text);
        await bench.NoticeAsync(new SignInFailedNotice(FakeDesk.Olga, origin, bench.Time.GetUtcNow(), new Problem(ProblemKind.Unreachable), IsAgain: true));
        Assert.Contains("[Sign in]", bench.Last.Text);
        Assert.All(bench.Sent.Skip(1), entry => Assert.Equal((false, RecordingThreads.PersonalChatOf(Person.Olga.Id)), (entry.IsEdit, entry.ConversationId)));
    }

    private static Task LoseAsync(ChatBench bench) =>
        bench.NoticeAsync(new SignedOutNotice(FakeDesk.Olga, bench.Desk.Asked.Last().Origin, bench.Time.GetUtcNow(), s_lost));
}

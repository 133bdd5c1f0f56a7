using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Outbox;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.Tests.Outbox;

public sealed class ThreadSenderTests
{
    private static readonly ConversationReference s_thread = ChatBench.Thread(Room.Channel);

    [Fact]
    public async Task Posts_come_before_edits_and_edits_of_one_message_are_the_newest()
    {
        await using var bench = new ChatBench();
        await bench.AddAsync(Show("a", "a1"), Show("b", "b1"));
        await bench.UntilAsync(() => bench.Outbox.Waiting == 0, "both are posted");
        var gate = new TaskCompletionSource();
        bench.Threads.EditGate = gate.Task;
        await bench.AddAsync(Show("a", "a2"));
        await bench.UntilAsync(() => bench.Threads.IsHeldUp, "the edit is under way");
        await bench.AddAsync(Show("b", "b2"), Show("a", "a3"), Show("b", "b3"), Post("p1"), Show("a", "a4"), Post("p2"));
        gate.SetResult();
        await bench.UntilAsync(() => bench.Outbox.Waiting == 0, "all is sent");
        Assert.Equal(["a1", "b1", "a2", "p1", "p2", "a4", "b3"], Texts(bench));
    }

    [Fact]
    public async Task A_live_message_that_is_new_keeps_its_place_among_the_posts()
    {
        await using var bench = new ChatBench();
        await bench.AddAsync(Post("1"), Show("new", "2"), Post("3"));
        await bench.UntilAsync(() => bench.Outbox.Waiting == 0, "all is sent");
        Assert.Equal(["1", "2", "3"], Texts(bench));
    }

    [Fact]
    public async Task A_throttled_thread_waits_as_long_as_it_is_told_and_keeps_its_order()
    {
        await using var bench = new ChatBench();
        var refusals = 1;
        bench.Threads.Judge = _ => Interlocked.Decrement(ref refusals) >= 0
            ? new ChannelException(ChannelFailure.Throttled, 429) { RetryAfter = TimeSpan.FromSeconds(30) }
            : null;
        await bench.AddAsync(Post("1"));
        await DelayedAsync(bench);
        await bench.AddAsync(Post("2"), Show("k", "3"));
        bench.Time.Advance(TimeSpan.FromSeconds(29.9));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Equal(1, bench.Threads.Tries);
        await bench.PassAsync(TimeSpan.FromSeconds(2), () => bench.Outbox.Waiting == 0, "all is sent");
        Assert.Equal(["1", "2", "3"], Texts(bench));
    }

    [Theory]
    [InlineData(ChannelFailure.Unavailable, 503)]
    [InlineData(ChannelFailure.Unavailable, 412)]
    [InlineData(ChannelFailure.Unreachable, null)]
    [InlineData(ChannelFailure.Unauthorized, 401)]
    public async Task What_was_surely_not_sent_is_tried_until_it_is(ChannelFailure kind, int? status)
    {
        await using var bench = new ChatBench();
        var refusals = 6;
        bench.Threads.Judge = _ => Interlocked.Decrement(ref refusals) >= 0 ? new ChannelException(kind, status) : null;
        await bench.AddAsync(Post("1"), Post("2"));
        await bench.PassAsync(TimeSpan.FromMinutes(2), () => bench.Outbox.Waiting == 0, "both are sent");
        Assert.Equal(["1", "2"], Texts(bench));
        Assert.Empty(bench.Outbox.DeadLetters);
    }

    [Fact]
    public async Task The_newest_state_is_sent_when_a_try_is_made_again()
    {
        await using var bench = new ChatBench();
        await bench.AddAsync(Show("k", "1"));
        await bench.UntilAsync(() => bench.Outbox.Waiting == 0, "it is posted");
        var refusals = 1;
        bench.Threads.Judge = _ => Interlocked.Decrement(ref refusals) >= 0 ? new ChannelException(ChannelFailure.Unavailable, 503) : null;
        await bench.AddAsync(Show("k", "2"));
        await bench.UntilAsync(() => bench.Threads.Tries == 2, "the edit was tried");
        await bench.AddAsync(Show("k", "3"));
        await bench.PassAsync(TimeSpan.FromSeconds(5), () => bench.Outbox.Waiting == 0, "it is edited");
        Assert.Equal(["1", "3"], Texts(bench));
    }

    [Theory]
    [InlineData(ChannelFailure.AnswerLost, null)]
    [InlineData(ChannelFailure.Failed, 500)]
    public async Task A_post_whose_answer_is_lost_is_sent_twice_at_most(ChannelFailure kind, int? status)
    {
        await using var bench = new ChatBench();
        bench.Threads.Judge = entry => entry.Text == "lost" ? new ChannelException(kind, status) : null;
        await bench.AddAsync(Post("lost"), Post("next"));
        await bench.PassAsync(TimeSpan.FromMinutes(1), () => bench.Outbox.Waiting == 0, "the first is given up and the next is sent");
        Assert.Equal(3, bench.Threads.Tries);
        Assert.Equal(["next"], Texts(bench));
        Assert.Equal(kind.ToString(), Assert.Single(bench.Outbox.DeadLetters).Reason);
    }

    [Fact]
    public async Task An_edit_whose_answer_is_lost_is_sent_again_as_often_as_it_takes()
    {
        await using var bench = new ChatBench();
        await bench.AddAsync(Show("k", "1"));
        await bench.UntilAsync(() => bench.Outbox.Waiting == 0, "it is posted");
        var lost = 5;
        bench.Threads.Judge = _ => Interlocked.Decrement(ref lost) >= 0 ? new ChannelException(ChannelFailure.AnswerLost) : null;
        await bench.AddAsync(Show("k", "2"));
        await bench.PassAsync(TimeSpan.FromMinutes(2), () => bench.Outbox.Waiting == 0, "it is edited");
        Assert.Equal(["1", "2"], Texts(bench));
        Assert.Single(bench.Sent, entry => !entry.IsEdit);
    }

    [Theory]
    [InlineData(ChannelFailure.Rejected, 400, "BadSyntax")]
    [InlineData(ChannelFailure.TooLarge, 413, "MessageSizeTooBig")]
    [InlineData(ChannelFailure.Forbidden, 403, "ForbiddenOperationException")]
    [InlineData(ChannelFailure.ServiceUrlRefused, null, null)]
    public async Task What_is_refused_for_good_is_given_up_and_holds_nothing_up(ChannelFailure kind, int? status, string? code)
    {
        await using var bench = new ChatBench();
        bench.Threads.Judge = entry => entry.Text == "bad" ? new ChannelException(kind, status, code) : null;
        await bench.AddAsync(Post("bad"), Post("good"));
        await bench.UntilAsync(() => bench.Outbox.Waiting == 0, "the first is given up and the next is sent");
        Assert.Equal(["good"], Texts(bench));
        Assert.Equal(code ?? kind.ToString(), Assert.Single(bench.Outbox.DeadLetters).Reason);
    }

    [Theory]
    [InlineData(ChannelFailure.Forbidden, 403, "BotDisabledByAdmin")]
    [InlineData(ChannelFailure.Forbidden, 403, "ConversationBlockedByUser")]
    [InlineData(ChannelFailure.Forbidden, 403, "BotNotInConversationRoster")]
    [InlineData(ChannelFailure.NotFound, 404, "ConversationNotFound")]
    public async Task Where_the_bot_is_not_welcome_nothing_is_sent_until_something_comes_in_from_there(ChannelFailure kind, int status, string code)
    {
        await using var bench = new ChatBench();
        bench.Threads.Judge = _ => new ChannelException(kind, status, code);
        await bench.AddAsync(Post("1"), Post("2"), Show("k", "3"));
        await bench.UntilAsync(() => bench.Outbox.DeadLetters.Count == 3, "all that waits is given up");
        await bench.AddAsync(Post("4"));
        await bench.UntilAsync(() => bench.Outbox.DeadLetters.Count == 4, "what comes after it is given up");
        Assert.Equal(1, bench.Threads.Tries);
        Assert.All(bench.Outbox.DeadLetters, letter => Assert.Equal(code, letter.Reason));

        bench.Threads.Judge = _ => null;
        await bench.SayAsync("/help", room: Room.Channel);
        await bench.AddAsync(Post("5"));
        await bench.WaitForAsync(entry => entry.Text == "5");
    }

    [Fact]
    public async Task A_conversation_that_is_gone_is_forgotten()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/help");
        bench.Threads.Judge = entry => entry.ConversationId == Room.Personal.ConversationId
            ? new ChannelException(ChannelFailure.Forbidden, 403, "ConversationBlockedByUser")
            : null;
        await bench.AddAsync(OutgoingEntries.Post(ChatBench.Thread(Room.Personal), Activity.Message("blocked")));
        await bench.UntilAsync(() => bench.Outbox.DeadLetters.Count == 1, "it is given up");
        await bench.AddAsync(OutgoingEntries.PostPrivately(ChatBench.Thread(Room.Group), Activity.Message("private")));
        Assert.Equal(RecordingThreads.PersonalChatOf(Person.Olga.Id), (await bench.WaitForAsync(entry => entry.Text == "private")).ConversationId);
    }

    [Fact]
    public async Task A_message_that_could_not_be_sent_for_too_long_is_given_up()
    {
        await using var bench = new ChatBench(("Outbox:GiveUpAfter", "00:10:00"));
        bench.Threads.Judge = _ => new ChannelException(ChannelFailure.Unavailable, 503);
        await bench.AddAsync(Post("1"));
        await bench.PassAsync(TimeSpan.FromMinutes(15), () => bench.Outbox.DeadLetters.Count == 1, "it is given up");
        Assert.Equal("TooOld", bench.Outbox.DeadLetters[0].Reason);
    }

    [Fact]
    public async Task A_message_that_failed_too_often_is_given_up()
    {
        await using var bench = new ChatBench(("Outbox:AttemptLimit", "3"));
        bench.Threads.Judge = entry => entry.Text == "1" ? new ChannelException(ChannelFailure.Unavailable, 503) : null;
        await bench.AddAsync(Post("1"), Post("2"));
        await bench.PassAsync(TimeSpan.FromMinutes(1), () => bench.Outbox.Waiting == 0, "it is given up and the next is sent");
        Assert.Equal(("AttemptLimit", 3), (bench.Outbox.DeadLetters[0].Reason, bench.Outbox.DeadLetters[0].Row.Attempts));
        Assert.Equal(["2"], Texts(bench));
    }

    [Fact]
    public async Task A_thread_that_another_sender_has_is_left_to_it_until_its_time_is_over()
    {
        await using var bench = new ChatBench();
        await bench.Outbox.LeaseAsync(s_thread.ConversationId, "other", TimeSpan.FromSeconds(10), CancellationToken.None);
        await bench.AddAsync(Post("1"));
        bench.Time.Advance(TimeSpan.FromSeconds(9.9));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Empty(bench.Sent);
        await bench.PassAsync(TimeSpan.FromSeconds(1), () => bench.Outbox.Waiting == 0, "it is sent");
    }

    [Fact]
    public async Task A_thread_is_kept_while_a_message_is_under_way_however_long_and_given_back_at_the_end()
    {
        await using var bench = new ChatBench();
        await bench.AddAsync(Show("k", "1"));
        await bench.UntilAsync(() => bench.Outbox.Waiting == 0, "it is posted");
        var gate = new TaskCompletionSource();
        bench.Threads.EditGate = gate.Task;
        await bench.AddAsync(Show("k", "2"));
        await bench.UntilAsync(() => bench.Threads.IsHeldUp, "the edit is under way");
        for (var i = 0; i < 30; i++)
        {
            bench.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.NotEqual("other", (await LeaseAsync(bench)).Owner);
        gate.SetResult();
        await bench.UntilAsync(() => bench.Outbox.Waiting == 0, "it is edited");
        await bench.Get<IThreadSenders>().StopAsync();
        Assert.Equal("other", (await LeaseAsync(bench)).Owner);
    }

    [Fact]
    public async Task A_sender_that_stops_lets_what_is_under_way_finish_and_begins_nothing_new()
    {
        await using var bench = new ChatBench();
        await bench.AddAsync(Show("k", "1"));
        await bench.UntilAsync(() => bench.Outbox.Waiting == 0, "it is posted");
        var gate = new TaskCompletionSource();
        bench.Threads.EditGate = gate.Task;
        await bench.AddAsync(Show("k", "2"));
        await bench.UntilAsync(() => bench.Threads.IsHeldUp, "the edit is under way");
        await bench.AddAsync(Post("3"));
        var stopping = bench.Get<IThreadSenders>().StopAsync();
        gate.SetResult();
        await stopping.WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
        Assert.Equal(["1", "2"], Texts(bench));
        Assert.Equal(1, bench.Outbox.Waiting);
    }

    [Fact]
    public async Task What_an_earlier_run_left_behind_is_sent_when_the_bot_starts()
    {
        await using var bench = new ChatBench();
        await bench.Outbox.AddAsync([Post("1"), Post("2")], CancellationToken.None);
        var waker = bench.Get<OutboxWaker>();
        await waker.StartedAsync(CancellationToken.None);
        await bench.UntilAsync(() => bench.Outbox.Waiting == 0, "both are sent");
        Assert.Equal(["1", "2"], Texts(bench));

        // What nobody was woken for is found by the next look.
        await bench.Outbox.AddAsync([Post("3")], CancellationToken.None);
        await bench.PassAsync(TimeSpan.FromSeconds(10), () => bench.Outbox.Waiting == 0, "it is found");
        await waker.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_is_given_up()
    {
        await using var bench = new ChatBench();
        await bench.AddAsync(Post("x") with { Message = "nonsense" }, Post("y") with { Message = "{}" }, Post("z"));
        await bench.UntilAsync(() => bench.Outbox.Waiting == 0, "all is settled");
        Assert.Equal(["Unreadable", "Unreadable"], bench.Outbox.DeadLetters.Select(letter => letter.Reason));
        Assert.Equal(["z"], Texts(bench));
    }

    [Fact]
    public async Task Threads_do_not_wait_for_each_other()
    {
        await using var bench = new ChatBench();
        bench.Threads.Judge = entry => entry.ConversationId == s_thread.ConversationId ? new ChannelException(ChannelFailure.Unavailable, 503) : null;
        await bench.AddAsync(Post("stuck"), OutgoingEntries.Post(ChatBench.Thread(Room.Group), Activity.Message("free")));
        await bench.WaitForAsync(entry => entry.Text == "free");
    }

    private static Task<ThreadLease> LeaseAsync(ChatBench bench) =>
        bench.Outbox.LeaseAsync(s_thread.ConversationId, "other", TimeSpan.FromSeconds(10), CancellationToken.None);

    private static OutboxEntry Post(string text) => OutgoingEntries.Post(s_thread, Activity.Message(text));

    private static OutboxEntry Show(string key, string text) => OutgoingEntries.Show(key, s_thread, Activity.Message(text));

    private static async Task DelayedAsync(ChatBench bench)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        while (await bench.Outbox.ReadAsync(s_thread.ConversationId, 1, limit.Token) is not [{ Attempts: > 0 }])
        {
            await Task.Delay(2, limit.Token);
        }
    }

    private static string[] Texts(ChatBench bench) => [.. bench.Sent.Select(entry => entry.Text)];
}

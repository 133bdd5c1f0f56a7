using Microsoft.Extensions.Time.Testing;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Storage.Tests;

/// <summary>What an outbox promises, whatever keeps it.</summary>
public sealed class OutboxStoreTests
{
    private const string Thread = "19:thread;messageid=1";

    // To the microsecond, as far as PostgreSQL keeps times.
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()));

    public static TheoryData<string> Everywhere => [TestDatabase.Memory, TestDatabase.Sqlite, TestDatabase.Postgres];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task New_messages_come_before_edits_each_in_their_order(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var outbox = (await database.StartAsync(_time)).Outbox;
        await outbox.PutShownAsync(new ShownMessage("standing", "address", "activity"), Stop);

        await outbox.AddAsync([Show("standing", "edit 1"), Post("post 1"), Show("new", "post 2"), Post("elsewhere", thread: "other")], Stop);
        await outbox.AddAsync([Post("post 3")], Stop);

        var rows = await outbox.ReadAsync(Thread, 10, Stop);
        Assert.Equal(["post 1", "post 2", "post 3", "edit 1"], rows.Select(row => row.Entry.Message));
        Assert.Equal([null, null, null, new ShownMessage("standing", "address", "activity")], rows.Select(row => row.Shown));
        Assert.All(rows, row => Assert.Equal((1, 0, 0, _time.GetUtcNow(), _time.GetUtcNow()), (row.Version, row.Attempts, row.Unanswered, row.CreatedAt, row.DueAt)));
        Assert.Equal(["post 1", "post 2"], (await outbox.ReadAsync(Thread, 2, Stop)).Select(row => row.Entry.Message));
        Assert.Equal(Post("post 1"), rows[0].Entry);
        Assert.Equal(Show("new", "post 2"), rows[1].Entry);
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_newer_state_takes_the_older_ones_place(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var outbox = (await database.StartAsync(_time)).Outbox;
        await outbox.AddAsync([Show("key", "state 1", rank: 1), Post("post")], Stop);
        var lease = await LeaseAsync(outbox);
        var before = (await outbox.ReadAsync(Thread, 1, Stop))[0];
        var dueAt = _time.GetUtcNow().AddMinutes(1);
        Assert.True(await outbox.DelayAsync(before, dueAt, unanswered: true, lease, Stop));
        _time.Advance(TimeSpan.FromSeconds(10));

        await outbox.AddAsync([Show("key", "state 2", rank: 2, onlyIfShown: true), Show("key", "state 3", rank: 2, thread: "other")], Stop);
        await outbox.AddAsync([Show("key", "too late", rank: 1)], Stop);

        var rows = await outbox.ReadAsync(Thread, 10, Stop);
        Assert.Equal(["state 3", "post"], rows.Select(row => row.Entry.Message));
        Assert.Equal(Show("key", "state 3", rank: 2), rows[0].Entry);
        Assert.Equal((before.Id, 3, 1, 1, _time.GetUtcNow(), dueAt), (rows[0].Id, rows[0].Version, rows[0].Attempts, rows[0].Unanswered, rows[0].CreatedAt, rows[0].DueAt));
        Assert.Empty(await outbox.ReadAsync("other", 10, Stop));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Nothing_takes_the_place_of_a_last_state(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var outbox = (await database.StartAsync(_time)).Outbox;
        await outbox.PutShownAsync(new ShownMessage("key", "address", "activity", 3), Stop);

        await outbox.AddAsync([Show("key", "3", rank: 3), Show("key", "last", rank: 5, isLast: true), Show("key", "only if shown", rank: 9, onlyIfShown: true)], Stop);
        await outbox.AddAsync([Show("key", "new 1", rank: 1), Show("key", "new 2", rank: 1, onlyIfShown: true)], Stop);

        var rows = await outbox.ReadAsync(Thread, 10, Stop);
        Assert.Equal([("last", true), ("new 2", false)], rows.Select(row => (row.Entry.Message, row.Entry.IsLast)));
        Assert.False(rows[1].Entry.OnlyIfShown);
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task What_is_behind_what_is_shown_is_dropped(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var outbox = (await database.StartAsync(_time)).Outbox;
        await outbox.PutShownAsync(new ShownMessage("shown", "address", "activity", 3), Stop);

        await outbox.AddAsync(
            [
                Show("shown", "behind", rank: 2),
                Show("missing", "only if shown", onlyIfShown: true),
                Show("shown", "equal", rank: 3, onlyIfShown: true),
                Show("waits", "waits"),
                Show("waits", "waits still", onlyIfShown: true),
            ],
            Stop);

        Assert.Equal(["waits still", "equal"], (await outbox.ReadAsync(Thread, 10, Stop)).Select(row => row.Entry.Message));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task What_was_sent_is_removed_and_what_it_shows_is_noted(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var outbox = (await database.StartAsync(_time)).Outbox;
        await outbox.AddAsync([Show("key", "1"), Post("post")], Stop);
        var lease = await LeaseAsync(outbox);
        var rows = await outbox.ReadAsync(Thread, 10, Stop);

        Assert.True(await outbox.SettleAsync(rows[0], new ShownMessage("key", "address", "activity", 1), lease, Stop));
        Assert.True(await outbox.SettleAsync(rows[1], null, lease, Stop));
        Assert.True(await outbox.SettleAsync(rows[1], null, lease, Stop), "settled again, because the answer was lost");

        Assert.Empty(await outbox.ReadAsync(Thread, 10, Stop));
        Assert.Equal(new ShownMessage("key", "address", "activity", 1), await outbox.FindShownAsync("key", Stop));

        await outbox.AddAsync([Show("key", "2", rank: 2, isLast: true)], Stop);
        var last = Assert.Single(await outbox.ReadAsync(Thread, 10, Stop));
        Assert.True(await outbox.SettleAsync(last, last.Shown! with { Rank = 2 }, lease, Stop));
        Assert.Null(await outbox.FindShownAsync("key", Stop));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_state_that_came_while_the_one_before_was_sent_stays_as_an_edit(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var outbox = (await database.StartAsync(_time)).Outbox;
        await outbox.AddAsync([Show("key", "1", rank: 1)], Stop);
        var lease = await LeaseAsync(outbox);
        var sent = Assert.Single(await outbox.ReadAsync(Thread, 10, Stop));
        await outbox.AddAsync([Show("key", "2", rank: 2)], Stop);

        Assert.True(await outbox.SettleAsync(sent, new ShownMessage("key", "address", "activity", 1), lease, Stop));

        var next = Assert.Single(await outbox.ReadAsync(Thread, 10, Stop));
        Assert.Equal(("2", 2, "activity"), (next.Entry.Message, next.Version, next.Shown?.ActivityId));
        Assert.True(await outbox.BuryAsync(sent, "test", lease, Stop), "the older one is given up, the newer one stays");
        Assert.Single(await outbox.ReadAsync(Thread, 10, Stop));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_key_that_another_message_took_over_is_left_to_it(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var outbox = (await database.StartAsync(_time)).Outbox;
        await outbox.AddAsync([Show("key", "1")], Stop);
        var lease = await LeaseAsync(outbox);
        var sent = Assert.Single(await outbox.ReadAsync(Thread, 10, Stop));
        await outbox.PutShownAsync(new ShownMessage("key", "address", "answer"), Stop);

        Assert.True(await outbox.SettleAsync(sent, new ShownMessage("key", "address", "activity"), lease, Stop));
        Assert.Equal("answer", (await outbox.FindShownAsync("key", Stop))?.ActivityId);

        await outbox.RemoveShownAsync("key", "activity", Stop);
        Assert.Equal("answer", (await outbox.FindShownAsync("key", Stop))?.ActivityId);
        await outbox.RemoveShownAsync("key", "answer", Stop);
        Assert.Null(await outbox.FindShownAsync("key", Stop));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_thread_has_one_sender_until_it_gives_it_back_or_its_time_is_over(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var outbox = (await database.StartAsync(_time)).Outbox;
        await outbox.AddAsync([Post("post")], Stop);
        var row = Assert.Single(await outbox.ReadAsync(Thread, 10, Stop));
        var first = await LeaseAsync(outbox, "first");

        Assert.Equal("first", (await LeaseAsync(outbox, "second")).Owner);
        await PassAsync(database, 9);
        Assert.True((await LeaseAsync(outbox, "first")).Until > first.Until);
        await PassAsync(database, 11);
        Assert.True(await outbox.DelayAsync(row, _time.GetUtcNow(), false, first, Stop), "its time is over, but nobody else took the thread");
        var second = await LeaseAsync(outbox, "second");
        Assert.Equal("second", second.Owner);

        Assert.False(await outbox.SettleAsync(row, null, first, Stop));
        Assert.False(await outbox.DelayAsync(row, _time.GetUtcNow().AddDays(1), false, first, Stop));
        Assert.False(await outbox.BuryAsync(row, "test", first, Stop));
        await outbox.ReleaseAsync(first, Stop);
        Assert.Equal("second", (await LeaseAsync(outbox, "third")).Owner);
        Assert.Equal(1, Assert.Single(await outbox.ReadAsync(Thread, 10, Stop)).Attempts);

        await outbox.ReleaseAsync(second, Stop);
        Assert.Equal("third", (await LeaseAsync(outbox, "third")).Owner);
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_clock_that_is_set_back_keeps_no_thread_from_being_sent(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var outbox = (await database.StartAsync(_time)).Outbox;
        await outbox.AddAsync([Post("post")], Stop);
        await LeaseAsync(outbox, "first");

        await PassAsync(database, -3600);

        Assert.Equal([Thread], await outbox.FindDueAsync(_time.GetUtcNow(), 10, Stop));
        Assert.Equal("second", (await LeaseAsync(outbox, "second")).Owner);
    }

    [Fact]
    public async Task Nodes_whose_clocks_differ_take_turns_by_the_databases()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        var (behind, ahead) = (new FakeTimeProvider(DateTimeOffset.UtcNow.AddHours(-1)), new FakeTimeProvider(DateTimeOffset.UtcNow.AddHours(1)));
        var (one, other) = ((await database.StartAsync(behind)).Outbox, (await database.StartAsync(ahead)).Outbox);

        Assert.Equal("first", (await LeaseAsync(one, "first")).Owner);
        Assert.Equal("first", (await LeaseAsync(other, "second")).Owner);
        await PassAsync(database, 10);
        Assert.Equal("second", (await LeaseAsync(other, "second")).Owner);
        Assert.Equal("second", (await LeaseAsync(one, "first")).Owner);
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Threads_with_something_due_are_found(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var outbox = (await database.StartAsync(_time)).Outbox;
        await outbox.AddAsync([Post("1", thread: "a"), Post("2", thread: "b"), Post("3", thread: "a"), Post("4", thread: "c")], Stop);
        var lease = await outbox.LeaseAsync("c", "owner", TimeSpan.FromMinutes(1), Stop);
        await outbox.DelayAsync((await outbox.ReadAsync("c", 1, Stop))[0], _time.GetUtcNow().AddSeconds(30), false, lease, Stop);

        Assert.Equal(["a", "b"], (await outbox.FindDueAsync(_time.GetUtcNow(), 10, Stop)).Order());
        Assert.Single(await outbox.FindDueAsync(_time.GetUtcNow(), 1, Stop));
        Assert.Equal(["a", "b", "c"], (await outbox.FindDueAsync(_time.GetUtcNow().AddSeconds(30), 10, Stop)).Order());
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task What_is_given_up_is_kept_as_a_dead_letter(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var outbox = (await database.StartAsync(_time)).Outbox;
        await outbox.AddAsync([Show("key", "text")], Stop);
        var row = Assert.Single(await outbox.ReadAsync(Thread, 10, Stop));

        Assert.True(await outbox.BuryAsync(row, "gone", await LeaseAsync(outbox), Stop));

        Assert.Empty(await outbox.ReadAsync(Thread, 10, Stop));
        Assert.Equal(1, await database.CountAsync($"dead_letters WHERE id = {row.Id} AND thread = '{Thread}' AND kind = 'Show' AND key = 'key' AND message = 'text' AND reason = 'gone'"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task Of_many_writers_a_threads_order_is_the_order_in_which_messages_became_visible(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var one = await database.StartAsync(null);
        var other = provider == TestDatabase.Postgres ? await database.StartAsync(null) : one;
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        // A reader that has seen an id must never be shown a lower one afterwards.
        var reading = Task.Run(
            async () =>
            {
                HashSet<long> seen = [];
                var highest = 0L;
                while (!done.IsCancellationRequested)
                {
                    foreach (var row in await one.Outbox.ReadAsync(Thread, 10_000, Stop))
                    {
                        Assert.True(row.Id > highest || seen.Contains(row.Id), "a message appeared before one that was visible already");
                        seen.Add(row.Id);
                    }

                    highest = seen.Count > 0 ? seen.Max() : 0;
                }
            },
            Stop);
        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => (i % 2 == 0 ? one : other).Outbox.AddAsync(
            [Post($"{i}", thread: $"other {i}"), Post($"{i}"), Show($"key {i % 7}", $"{i}")], Stop)));
        await done.CancelAsync();
        await reading;

        Assert.Equal(400 + 7, (await one.Outbox.ReadAsync(Thread, 10_000, Stop)).Count);
    }

    private static OutboxEntry Post(string message, string thread = Thread) => new(thread, "tenant", OutboxKind.Post, message);

    private static OutboxEntry Show(string key, string message, int rank = 0, bool isLast = false, bool onlyIfShown = false, string thread = Thread) =>
        new(thread, "tenant", OutboxKind.Show, message) { Key = key, Rank = rank, IsLast = isLast, OnlyIfShown = onlyIfShown };

    /// <summary>Time passes, also the database's own, by which leases go where nodes share it; less than nothing passes where clocks are set back.</summary>
    private async Task PassAsync(TestDatabase database, int seconds)
    {
        _time.AdjustTime(_time.GetUtcNow().AddSeconds(seconds));
        if (database.Provider == TestDatabase.Postgres)
        {
            await database.AskAsync($"UPDATE outbox_leases SET until = until - interval '{seconds} seconds'");
        }
    }

    private static Task<ThreadLease> LeaseAsync(IOutboxStore outbox, string owner = "owner") =>
        outbox.LeaseAsync(Thread, owner, TimeSpan.FromSeconds(10), Stop);
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SupervisorBot.Chat.State;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Storage.Tests;

/// <summary>What lasts in threads, and what was told there, whatever keeps it.</summary>
public sealed class ThreadDocumentTests
{
    private static readonly OutboxEntry s_alert = new("thread", "tenant", OutboxKind.Post, "{}");

    public static TheoryData<string> Everywhere => [TestDatabase.Memory, TestDatabase.Sqlite, TestDatabase.Postgres];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task The_later_of_two_who_read_the_same_is_refused(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var store = StoreOf(await database.StartAsync());
        var first = new ThreadDocument("board", "thread", 1, "{\"page\":1}", IsLive: true);
        Assert.Null(await store.FindAsync("board", "thread", Stop));
        Assert.True(await store.PutAsync(first, Stop));
        Assert.False(await store.PutAsync(first, Stop));
        Assert.True(await store.PutAsync(first with { Version = 2, Document = "{}" }, Stop));
        Assert.False(await store.PutAsync(first with { Version = 2 }, Stop));
        Assert.Equal(first with { Version = 2, Document = "{}" }, await store.FindAsync("board", "thread", Stop));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task What_has_to_be_looked_after_is_found_by_its_kind(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var store = StoreOf(await database.StartAsync());
        await store.PutAsync(new ThreadDocument("board", "one", 1, "{}", IsLive: true), Stop);
        await store.PutAsync(new ThreadDocument("board", "two", 1, "{}", IsLive: false), Stop);
        await store.PutAsync(new ThreadDocument("watch", "two", 1, "{}", IsLive: true), Stop);

        Assert.Equal(["one"], (await store.FindLiveAsync("board", Stop)).Select(document => document.Thread));
        Assert.Equal(["two"], (await store.FindLiveAsync("watch", Stop)).Select(document => document.Thread));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task An_occurrence_is_told_once_under_any_of_its_names_however_many_tell_it(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync();
        var store = StoreOf(host);

        var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.TellOnceAsync(["a", "b"], s_alert, Stop)));
        Assert.Single(told, isFirst => isFirst);
        Assert.False(await store.TellOnceAsync(["c", "a"], s_alert, Stop));
        Assert.True(await store.TellOnceAsync(["b"], s_alert, Stop));
        Assert.True(await store.TellOnceAsync(["a"], s_alert with { Thread = "another" }, Stop));
        Assert.Equal(2, (await host.Outbox.ReadAsync("thread", 10, Stop)).Count);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task What_was_stopped_and_what_was_told_long_ago_is_removed_and_what_lives_stays(string provider)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var database = await TestDatabase.CreateAsync(provider);
        var store = StoreOf(await database.StartAsync(time, ("Database:PurgeInterval", "00:00:10")));
        await store.PutAsync(new ThreadDocument("board", "one", 1, "{}", IsLive: true), Stop);
        await store.PutAsync(new ThreadDocument("board", "two", 1, "{}", IsLive: false), Stop);
        await store.TellOnceAsync(["a"], s_alert, Stop);

        time.Advance(TimeSpan.FromDays(100));
        for (var tries = 0; tries < 500 && await database.CountAsync("told_occurrences") + await database.CountAsync("thread_documents") > 1; tries++)
        {
            await Task.Delay(20, Stop);
        }

        Assert.NotNull(await store.FindAsync("board", "one", Stop));
        Assert.Null(await store.FindAsync("board", "two", Stop));
        Assert.Equal(0, await database.CountAsync("told_occurrences"));
    }

    private static IThreadDocumentStore StoreOf(StorageHost host) => host.Services.GetRequiredService<IThreadDocumentStore>();
}

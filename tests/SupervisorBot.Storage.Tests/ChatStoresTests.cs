using Microsoft.Extensions.Time.Testing;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.Storage.Tests;

/// <summary>What the conversation's stores promise, whatever keeps them.</summary>
public sealed class ChatStoresTests
{
    private static readonly ConversationReference Chat = new(
        "https://smba.example.com/emea/", "msteams", "a:1", ConversationTypes.Personal, "tenant", new ChannelAccount { Id = "28:bot" }, new ChannelAccount { Id = "29:user", Name = "Zoë 张" }, "de-DE");

    public static TheoryData<string> Everywhere => [TestDatabase.Memory, TestDatabase.Sqlite, TestDatabase.Postgres];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_personal_chat_is_remembered_replaced_and_forgotten(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var chats = (await database.StartAsync()).Chats;

        Assert.Null(await chats.FindAsync("29:user", Stop));
        await chats.PutAsync("29:user", Chat, Stop);
        Assert.Equal(ActivityJson.Write(Chat), ActivityJson.Write((await chats.FindAsync("29:user", Stop))!));
        await chats.PutAsync("29:user", Chat with { Locale = "zh-CN" }, Stop);
        Assert.Equal("zh-CN", (await chats.FindAsync("29:user", Stop))!.Locale);
        Assert.Null(await chats.FindAsync("29:other", Stop));
        await chats.RemoveAsync("29:user", Stop);
        Assert.Null(await chats.FindAsync("29:user", Stop));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_language_is_remembered_for_a_person_of_a_tenant_replaced_and_forgotten(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var languages = (await database.StartAsync()).Languages;

        Assert.Null(await languages.FindAsync("tenant", "person", Stop));
        await languages.PutAsync("tenant", "person", "es", Stop);
        await languages.PutAsync("tenant", "person", "zh-Hans", Stop);
        await languages.PutAsync("", "person", "fr", Stop);
        Assert.Equal("zh-Hans", await languages.FindAsync("tenant", "person", Stop));
        Assert.Equal("fr", await languages.FindAsync("", "person", Stop));
        Assert.Null(await languages.FindAsync("tenant", "another", Stop));
        await languages.RemoveAsync("tenant", "person", Stop);
        Assert.Null(await languages.FindAsync("tenant", "person", Stop));
        Assert.Equal("fr", await languages.FindAsync("", "person", Stop));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_conversation_is_welcomed_once_until_it_is_forgotten(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var welcomes = (await database.StartAsync()).Welcomes;

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => welcomes.TryAddAsync("conversation", Stop).AsTask()));
        Assert.Single(answers, isFirst => isFirst);
        Assert.True(await welcomes.TryAddAsync("another", Stop));
        await welcomes.RemoveAsync("conversation", Stop);
        Assert.True(await welcomes.TryAddAsync("conversation", Stop));
        Assert.False(await welcomes.TryAddAsync("another", Stop));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task A_chat_that_did_not_change_is_written_again_once_a_day_and_one_that_cannot_be_read_is_none(string provider)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync(time);
        async Task<object?> AtAsync() => await database.AskAsync("SELECT at FROM personal_chats");

        await host.Chats.PutAsync("29:user", Chat, Stop);
        var first = await AtAsync();
        time.Advance(TimeSpan.FromHours(23));
        await host.Chats.PutAsync("29:user", Chat, Stop);
        Assert.Equal(first, await AtAsync());
        time.Advance(TimeSpan.FromHours(2));
        await host.Chats.PutAsync("29:user", Chat, Stop);
        Assert.NotEqual(first, await AtAsync());

        await database.AskAsync("UPDATE personal_chats SET reference = 'broken'");
        Assert.Null(await host.Chats.FindAsync("29:user", Stop));
    }
}

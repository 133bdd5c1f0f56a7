using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.Chat.Sealing;

namespace SupervisorBot.Storage.Tests;

/// <summary>The keys that buttons are sealed with.</summary>
public sealed class PressKeyTests
{
    public static TheoryData<string> Databases => [TestDatabase.Sqlite, TestDatabase.Postgres];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_key_is_stored_encrypted_and_is_the_same_for_another_node_and_after_a_restart(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var key = PressKey.New(1, DateTimeOffset.UtcNow);
        await using (var before = await database.StartAsync())
        {
            await Store(before).AddAsync(key, 1, Stop);
        }

        var stored = (byte[])(await database.AskAsync("SELECT secret FROM press_keys"))!;
        Assert.Equal(-1, stored.AsSpan().IndexOf(key.Reveal()));
        var store = Store(await database.StartAsync());
        var read = Assert.Single(await store.ReadAsync(Stop));
        Assert.True(read.Reveal().SequenceEqual(key.Reveal()));
        Assert.Equal((1, 1), (read.Generation, await store.LastGenerationAsync(Stop)));
        Assert.True((read.CreatedAt - key.CreatedAt).Duration() < TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Of_two_nodes_that_make_a_key_at_once_one_wins_and_both_have_it()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        var (one, other) = (Store(await database.StartAsync()), Store(await database.StartAsync()));
        await Task.WhenAll(one.AddAsync(PressKey.New(1, DateTimeOffset.UtcNow), 1, Stop), other.AddAsync(PressKey.New(1, DateTimeOffset.UtcNow), 1, Stop));

        var (mine, theirs) = (Assert.Single(await one.ReadAsync(Stop)), Assert.Single(await other.ReadAsync(Stop)));
        Assert.True(mine.Reveal().SequenceEqual(theirs.Reveal()));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_newer_key_makes_those_forgotten_whose_buttons_are_too_old(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var store = Store(await database.StartAsync());
        await store.AddAsync(PressKey.New(1, DateTimeOffset.UtcNow), 1, Stop);
        await store.AddAsync(PressKey.New(2, DateTimeOffset.UtcNow), 1, Stop);
        await store.AddAsync(PressKey.New(3, DateTimeOffset.UtcNow), 2, Stop);
        Assert.Equal([2, 3], (await store.ReadAsync(Stop)).Select(key => key.Generation).Order());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task One_that_cannot_be_decrypted_is_left_out_and_its_number_is_not_used_again(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var before = await database.StartAsync())
        {
            await Store(before).AddAsync(PressKey.New(1, DateTimeOffset.UtcNow), 1, Stop);
        }

        await database.AskAsync("DELETE FROM data_protection_keys");
        var host = await database.StartAsync();
        Assert.Empty(await Store(host).ReadAsync(Stop));
        Assert.Equal(1, await Store(host).LastGenerationAsync(Stop));
        Assert.Single(host.Log.GetSnapshot(), line => line.Id.Id == 6020);
    }

    private static IPressKeyStore Store(StorageHost host) => host.Services.GetRequiredService<IPressKeyStore>();
}

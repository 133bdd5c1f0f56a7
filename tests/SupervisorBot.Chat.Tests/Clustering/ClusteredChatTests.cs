using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Hosting;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.BotFramework.Permits;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Threads;
using SupervisorBot.Chat.Clustering;
using SupervisorBot.Chat.Outbox;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.Tests.Clustering;

/// <summary>The conversation of one node of several, over a real silo.</summary>
public sealed class ClusteredChatTests : IAsyncLifetime
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(15);

    private readonly RecordingThreads _threads = new();
    private IHost _host = null!;

    private MemoryOutboxStore Store => (MemoryOutboxStore)_host.Services.GetRequiredService<IOutboxStore>();

    public async ValueTask InitializeAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging();
        builder.Services.AddSingleton<IThreads>(_threads);
        builder.Services.AddSingleton<IChannel>(_threads);
        builder.Services.AddSingleton<ISupervisionDesk>(new FakeDesk(TimeProvider.System));
        builder.Services.AddSingleton(new SendLimits(Options.Create(new BotFrameworkEdgeOptions())));
        builder.Services.AddSingleton<LocalSendPermits>();
        builder.Services.AddSingleton<ISendPermits>(services => services.GetRequiredService<LocalSendPermits>());
        builder.Services.AddChat(new ConfigurationBuilder().Build());
        builder.Services.AddClusteredChat();
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePort(), gatewayPort: 0));
        _host = builder.Build();
        await _host.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    [Fact]
    public async Task A_threads_grain_sends_what_was_stored_in_order()
    {
        await AddAsync([.. Enumerable.Range(0, 20).Select(i => Post(Room.Channel, $"{i}"))]);
        await UntilAsync(() => Store.Waiting == 0);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}"), _threads.Entries.Select(entry => entry.Text));
    }

    [Fact]
    public async Task A_held_threads_grain_sends_only_after_the_release_and_another_thread_is_free()
    {
        var hold = await _host.Services.GetRequiredService<IThreadHolds>().HoldAsync(Room.Group.ConversationId, TimeSpan.FromSeconds(15), CancellationToken.None);
        await AddAsync(Post(Room.Group, "held"), Post(Room.Channel, "free"));
        await UntilAsync(() => _threads.Entries.Any(entry => entry.Text == "free"));
        Assert.DoesNotContain(_threads.Entries, entry => entry.Text == "held");
        hold.Release(TimeSpan.FromMilliseconds(50));
        hold.Release(TimeSpan.Zero);
        await UntilAsync(() => Store.Waiting == 0);
    }

    [Fact]
    public async Task A_hold_that_nobody_releases_ends_by_itself()
    {
        await _host.Services.GetRequiredService<IThreadHolds>().HoldAsync(Room.Group.ConversationId, TimeSpan.FromMilliseconds(200), CancellationToken.None);
        await AddAsync(Post(Room.Group, "held"));
        await UntilAsync(() => Store.Waiting == 0);
    }

    [Fact]
    public async Task The_rates_count_for_all_nodes_together()
    {
        var permits = _host.Services.GetRequiredService<ISendPermits>();
        Assert.IsType<ClusterSendPermits>(permits);
        var thread = ChatBench.Thread(Room.Personal);
        var began = TimeProvider.System.GetTimestamp();
        var first = Task.WhenAll(Enumerable.Range(0, 7).Select(_ => permits.WaitAsync(thread, CancellationToken.None).AsTask()));
        await first.WaitAsync(s_limit, TestContext.Current.CancellationToken);
        await permits.WaitAsync(thread, CancellationToken.None).AsTask().WaitAsync(s_limit, TestContext.Current.CancellationToken);
        Assert.True(TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromSeconds(0.95));
    }

    [Fact]
    public async Task A_tenants_rate_is_shared_by_its_threads()
    {
        var permits = _host.Services.GetRequiredService<ISendPermits>();
        var began = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, 101).Select(i =>
            permits.WaitAsync(ChatBench.Thread(Room.Group) with { ConversationId = $"thread-{i}", TenantId = "busy" }, CancellationToken.None).AsTask())).WaitAsync(s_limit, TestContext.Current.CancellationToken);
        Assert.True(TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromSeconds(1.95));
    }

    [Fact]
    public async Task A_silo_that_stops_gives_its_threads_back()
    {
        await AddAsync(Post(Room.Channel, "1"));
        await UntilAsync(() => Store.Waiting == 0);
        var store = Store;
        await _host.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal("other", (await store.LeaseAsync(Room.Channel.ConversationId, "other", s_limit, CancellationToken.None)).Owner);
    }

    private static OutboxEntry Post(Room room, string text) => OutgoingEntries.Post(ChatBench.Thread(room), Activity.Message(text));

    private Task AddAsync(params OutboxEntry[] entries) => _host.Services.GetRequiredService<Postbox>().AddAsync(entries, CancellationToken.None);

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(s_limit);
        while (!condition())
        {
            Assert.False(limit.IsCancellationRequested, "Not within the limit.");
            await Task.Delay(5);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using Microsoft.Extensions.Time.Testing;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Tests.Wire;

namespace SupervisorBot.Gateway.Tests.Endurance;

public sealed class RequestRoomTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly Unreachable Busy = new(GatewayFault.Busy);
    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);
    private readonly SemaphoreSlim arrivals = new(0);
    private readonly TaskCompletionSource release = new();

    public void Dispose() => arrivals.Dispose();

    [Fact]
    public async Task Beyond_the_limit_a_read_is_not_sent_but_an_intercept_and_a_poll_are()
    {
        await using var gateway = await StartAsync();
        await using var client = Client(gateway, waiting: 0);
        var reads = await FillAsync(client);

        Assert.Equal(Busy, (await client.OpenSignedIn().GetOwnCallIdsAsync()).Failure);
        Assert.Equal(Busy, (await client.OpenSignedIn().SignOutAsync()).Failure);
        var intercept = client.OpenSignedIn(takenAt: time.GetUtcNow()).InterceptAsync(301, "1-1");
        await ArriveAsync();
        var poll = client.OpenSignedIn().PollAsync();
        await ArriveAsync();
        Assert.Equal(Busy, (await client.OpenSignedIn(takenAt: time.GetUtcNow()).InterceptAsync(302, "1-2")).Failure);

        release.SetResult();
        Assert.All(await Task.WhenAll(reads).WaitAsync(Patience), read => Assert.Null(read.Failure));
        Assert.Null((await intercept.WaitAsync(Patience)).Failure);
        Assert.Null((await poll.WaitAsync(Patience)).Failure);
        Assert.Null((await client.OpenSignedIn().GetOwnCallIdsAsync()).Failure);
        Assert.Equal(6, gateway.Requests.Count);
    }

    [Fact]
    public async Task An_intercept_whose_own_places_are_taken_takes_any_other()
    {
        await using var gateway = await StartAsync();
        await using var client = Client(gateway, waiting: 0);

        var intercepts = Enumerable.Range(201, 4).Select(agent => client.OpenSignedIn(takenAt: time.GetUtcNow(), agentId: agent).InterceptAsync(301)).ToList();
        for (var turn = 0; turn < 4; turn++)
        {
            await ArriveAsync();
        }

        Assert.Equal(Busy, (await client.OpenSignedIn(takenAt: time.GetUtcNow()).InterceptAsync(301)).Failure);
        release.SetResult();
        Assert.All(await Task.WhenAll(intercepts).WaitAsync(Patience), intercept => Assert.Null(intercept.Failure));
    }

    [Fact]
    public async Task A_request_that_waits_is_sent_when_a_place_is_free()
    {
        await using var gateway = await StartAsync();
        await using var client = Client(gateway, waiting: 1);
        var reads = await FillAsync(client);

        var waiting = client.OpenSignedIn().GetOwnCallIdsAsync();
        Assert.Equal(Busy, (await client.OpenSignedIn().GetOwnCallIdsAsync()).Failure);
        Assert.False(waiting.IsCompleted);
        release.SetResult();

        Assert.Null((await waiting.WaitAsync(Patience)).Failure);
        await Task.WhenAll(reads).WaitAsync(Patience);
        Assert.Equal(4, gateway.Requests.Count);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_ends_unsent()
    {
        await using var gateway = await StartAsync();
        await using var client = Client(gateway, waiting: 10);
        await FillAsync(client);

        var waiting = client.OpenSignedIn().GetOwnCallIdsAsync();
        time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(Busy, (await waiting.WaitAsync(Patience)).Failure);
        Assert.Equal(3, gateway.Requests.Count);
        release.SetResult();
    }

    [Fact]
    public async Task A_caller_that_gives_up_its_wait_leaves_its_place_in_the_room()
    {
        await using var gateway = await StartAsync();
        await using var client = Client(gateway, waiting: 1);
        await FillAsync(client);
        using var wish = new CancellationTokenSource();

        var given = client.OpenSignedIn().GetOwnCallIdsAsync(wish.Token);
        await wish.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given.WaitAsync(Patience));
        var waiting = client.OpenSignedIn().GetOwnCallIdsAsync();
        Assert.False(waiting.IsCompleted);
        release.SetResult();

        Assert.Null((await waiting.WaitAsync(Patience)).Failure);
    }

    [Fact]
    public async Task Polls_have_a_limit_of_their_own()
    {
        await using var gateway = await StartAsync();
        await using var client = new GatewayClient(gateway.BaseAddress, time, ("MaximumConcurrentPolls", "1"), ("MaximumRequestWait", "0"));

        var poll = client.OpenSignedIn(agentId: 201).PollAsync();
        await ArriveAsync();

        Assert.Equal(Busy, (await client.OpenSignedIn(agentId: 202).PollAsync()).Failure);
        Assert.Equal(Busy, (await client.OpenSignedIn(agentId: 202).HandshakeAsync()).Failure);
        release.SetResult();
        Assert.Null((await poll.WaitAsync(Patience)).Failure);
        Assert.Null((await client.OpenSignedIn(agentId: 202).PollAsync()).Failure);
    }

    private Task<ScriptedGateway> StartAsync() => ScriptedGateway.StartAsync(_ =>
    {
        arrivals.Release();
        return Answer.Result("[]") with { Gate = release.Task };
    });

    /// <summary>Four places, of which one is kept for what is urgent.</summary>
    private GatewayClient Client(ScriptedGateway gateway, int waiting) =>
        new(gateway.BaseAddress, time, ("MaximumConcurrentRequests", "4"), ("MaximumWaitingRequests", $"{waiting}"));

    private async Task<List<Task<GatewayResult<IReadOnlyList<string>>>>> FillAsync(GatewayClient client)
    {
        var reads = Enumerable.Range(201, 3).Select(agent => client.OpenSignedIn(agentId: agent).GetOwnCallIdsAsync()).ToList();
        for (var turn = 0; turn < reads.Count; turn++)
        {
            await ArriveAsync();
        }

        return reads;
    }

    private async Task ArriveAsync() => Assert.True(await arrivals.WaitAsync(Patience));
}

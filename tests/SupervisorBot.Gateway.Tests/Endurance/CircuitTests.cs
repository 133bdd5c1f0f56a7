using Microsoft.Extensions.Time.Testing;
using SupervisorBot.Gateway.Http;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Tests.Wire;

namespace SupervisorBot.Gateway.Tests.Endurance;

public sealed class CircuitTests
{
    private static readonly Unreachable NotTried = new(GatewayFault.CircuitOpen);
    private static readonly Unknown Dropped = new(GatewayFault.Dropped);
    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task After_failures_in_a_row_nothing_is_sent_for_a_moment_and_an_answered_probe_ends_that()
    {
        var isAway = true;
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok with { Drop = isAway });
        await using var client = Client(gateway);
        await OpenAsync(client, gateway);

        Assert.Equal(NotTried, (await client.OpenSignedIn(agentId: 201).InterceptAsync(301, "1-1")).Failure);
        Assert.Equal(NotTried, (await client.OpenSignedIn(agentId: 202).GetCallIdsAsync(301)).Failure);
        Assert.Equal(3, gateway.Requests.Count);

        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(Dropped, (await client.OpenSignedIn().HoldAsync()).Failure);
        Assert.Equal(NotTried, (await client.OpenSignedIn().HoldAsync()).Failure);
        time.Advance(TimeSpan.FromSeconds(2));
        isAway = false;
        Assert.Null((await client.OpenSignedIn().HoldAsync()).Failure);
        Assert.Null((await client.OpenSignedIn(agentId: 201).InterceptAsync(301, "1-1")).Failure);

        Assert.Equal(6, gateway.Requests.Count);
        Assert.Equal([2007, 2008], client.Logs.GetSnapshot().Select(record => record.Id.Id).Where(id => id is 2007 or 2008));
    }

    [Fact]
    public async Task An_answer_of_any_kind_between_them_keeps_failures_from_adding_up()
    {
        var turn = 0;
        await using var gateway = await ScriptedGateway.StartAsync(_ => turn++ % 3 == 2 ? Answer.Ok with { Status = 503 } : Answer.Ok with { Drop = true });
        await using var client = Client(gateway);

        for (var request = 0; request < 9; request++)
        {
            Assert.IsType<Unknown>((await client.OpenSignedIn().HoldAsync()).Failure);
        }

        Assert.Equal(9, gateway.Requests.Count);
    }

    [Fact]
    public async Task A_session_that_is_long_unheard_polls_through_an_open_circuit()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok with { Drop = true });
        await using var client = Client(gateway);
        var session = client.OpenSignedIn();
        await OpenAsync(client, gateway);
        Assert.Equal(NotTried, (await session.PollAsync()).Failure);

        time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(Dropped, (await session.HoldAsync()).Failure);
        Assert.Equal(NotTried, (await session.HoldAsync()).Failure);

        Assert.Equal(Dropped, (await session.PollAsync()).Failure);
        Assert.Equal(Dropped, (await session.HandshakeAsync()).Failure);
    }

    [Fact]
    public async Task A_poll_held_as_the_probe_does_not_keep_the_next_one_waiting()
    {
        var isAway = true;
        var arrived = new TaskCompletionSource();
        await using var gateway = await ScriptedGateway.StartAsync(request =>
        {
            if (isAway || !request.Line.StartsWith("GET agentevent", StringComparison.Ordinal))
            {
                return Answer.Ok with { Drop = isAway };
            }

            arrived.TrySetResult();
            return Answer.Ok with { Gate = new TaskCompletionSource().Task };
        });
        await using var client = Client(gateway);
        await OpenAsync(client, gateway);
        isAway = false;

        time.Advance(TimeSpan.FromSeconds(2));
        var poll = client.OpenSignedIn(agentId: 201).PollAsync();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(15));
        Assert.Equal(NotTried, (await client.OpenSignedIn().HoldAsync()).Failure);
        time.Advance(TimeSpan.FromSeconds(2));

        Assert.Null((await client.OpenSignedIn().HoldAsync()).Failure);
        Assert.Null((await client.OpenSignedIn().HoldAsync()).Failure);
        Assert.False(poll.IsCompleted);
    }

    [Fact]
    public async Task With_a_backup_an_open_circuit_turns_calls_aside_at_once()
    {
        await using var first = await ScriptedGateway.StartAsync(_ => Answer.Ok with { Drop = true });
        await using var backup = await ScriptedGateway.StartAsync(_ => Answer.Ok);
        await using var client = Client(first, ("BackupBaseAddress", backup.BaseAddress.AbsoluteUri));
        await OpenAsync(client, first);

        Assert.Null((await client.OpenSignedIn(agentId: 201).InterceptAsync(301, "1-1")).Failure);
        Assert.Null((await client.OpenSignedIn(agentId: 202).PollAsync()).Failure);

        Assert.Equal(2, backup.Requests.Count);
        Assert.Equal(3, first.Requests.Count);
    }

    [Fact]
    public async Task What_a_caller_gives_up_is_no_failure_of_the_node()
    {
        var arrivals = new SemaphoreSlim(0);
        await using var gateway = await ScriptedGateway.StartAsync(_ =>
        {
            arrivals.Release();
            return Answer.Ok with { Gate = new TaskCompletionSource().Task };
        });
        await using var client = Client(gateway);

        for (var turn = 0; turn < 5; turn++)
        {
            using var wish = new CancellationTokenSource();
            var running = client.OpenSignedIn().HoldAsync(wish.Token);
            Assert.True(await arrivals.WaitAsync(TimeSpan.FromSeconds(15)));
            await wish.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(15)));
        }

        Assert.Equal(5, gateway.Requests.Count);
    }

    [Fact]
    public async Task Requests_that_are_never_answered_open_it_too()
    {
        var arrivals = new SemaphoreSlim(0);
        await using var gateway = await ScriptedGateway.StartAsync(_ =>
        {
            arrivals.Release();
            return Answer.Ok with { Gate = new TaskCompletionSource().Task };
        });
        await using var client = Client(gateway);
        var running = Enumerable.Range(201, 3).Select(agent => client.OpenSignedIn(agentId: agent).HoldAsync()).ToList();
        for (var turn = 0; turn < 3; turn++)
        {
            Assert.True(await arrivals.WaitAsync(TimeSpan.FromSeconds(15)));
        }

        time.Advance(TimeSpan.FromSeconds(10));
        Assert.All(await Task.WhenAll(running).WaitAsync(TimeSpan.FromSeconds(15)), result => Assert.Equal(new Unknown(GatewayFault.Timeout), result.Failure));

        Assert.Equal(NotTried, (await client.OpenSignedIn().HoldAsync()).Failure);
    }

    [Fact]
    public void Failures_add_up_within_the_window_only()
    {
        var circuit = Circuit(0);

        Assert.False(circuit.Failed());
        Assert.False(circuit.Failed());
        time.Advance(TimeSpan.FromSeconds(10.1));
        Assert.False(circuit.Failed());
        Assert.False(circuit.Failed());
        Assert.True(circuit.TryEnter(isPressing: false));
        Assert.True(circuit.Failed());
        Assert.False(circuit.TryEnter(isPressing: false));
        Assert.True(circuit.TryEnter(isPressing: true));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 1.5)]
    [InlineData(1, 2)]
    public void The_time_that_it_stays_open_differs_at_random(double random, double seconds)
    {
        var circuit = Circuit(random);
        for (var turn = 0; turn < 3; turn++)
        {
            circuit.Failed();
        }

        time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        Assert.False(circuit.TryEnter(isPressing: false));
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(circuit.TryEnter(isPressing: false));
        Assert.False(circuit.TryEnter(isPressing: false));
        Assert.False(circuit.Failed());
        Assert.True(circuit.Succeeded());
        Assert.True(circuit.TryEnter(isPressing: false));
        Assert.False(circuit.Succeeded());
    }

    private NodeCircuit Circuit(double random) => new(new GatewayOptions { CircuitFailures = 3 }, time, () => random);

    private GatewayClient Client(ScriptedGateway gateway, params (string Name, string Value)[] settings) =>
        new(gateway.BaseAddress, time, [("CircuitFailures", "3"), .. settings]);

    private static async Task OpenAsync(GatewayClient client, ScriptedGateway gateway)
    {
        for (var turn = 0; turn < 3; turn++)
        {
            Assert.Equal(Dropped, (await client.OpenSignedIn().HoldAsync()).Failure);
        }

        Assert.Equal(3, gateway.Requests.Count);
    }
}

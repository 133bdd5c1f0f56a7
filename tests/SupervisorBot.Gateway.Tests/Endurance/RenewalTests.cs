using System.Collections.Concurrent;
using System.Globalization;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Gateway.Tests.Wire;

namespace SupervisorBot.Gateway.Tests.Endurance;

public sealed class RenewalTests
{
    private const string Status = """{"agentState":4,"isWorking":false}""";

    [Theory]
    [InlineData("call ids", "100-006")]
    [InlineData("call ids", "000-003")]
    [InlineData("poll", "100-006")]
    [InlineData("handshake", "000-003")]
    public async Task A_read_or_poll_refused_for_a_Guid_that_was_renewed_meanwhile_is_asked_again_with_the_newer_one(string name, string code)
    {
        await using var race = await Race.RunAsync(name, code);

        Assert.Null(race.Failure);
        Assert.Equal(["first.AgentGateway0", "second"], race.Guids);
    }

    [Theory]
    [InlineData("intercept a call")]
    [InlineData("listen")]
    [InlineData("drop call")]
    public async Task An_act_is_not_sent_again_for_that_either(string name)
    {
        await using var race = await Race.RunAsync(name, "100-006");

        Assert.Equal(new Refused(new ResultCode(ResultCodes.NotSignedIn)), race.Failure);
        Assert.Equal(["first.AgentGateway0"], race.Guids);
    }

    [Fact]
    public async Task A_read_refused_for_the_Guid_that_is_still_held_is_not_asked_again()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Code("100-006"));
        await using var client = new GatewayClient(gateway.BaseAddress);

        Assert.Equal(SessionVerdict.Gone, (await client.OpenSignedIn().GetCallIdsAsync(301)).Session);
        Assert.Single(gateway.Requests);
    }

    [Fact]
    public async Task Under_many_requests_at_once_whose_answers_overtake_each_other_the_Guid_never_goes_back()
    {
        const int Requests = 400;
        const int RenewedEvery = 40;
        var arrived = 0;
        var held = new ConcurrentQueue<TaskCompletionSource>();
        var sentWith = new ConcurrentQueue<(int Guid, int Held)>();
        await using var gateway = await ScriptedGateway.StartAsync(request =>
        {
            var number = Interlocked.Increment(ref arrived);
            var current = number / RenewedEvery;
            sentWith.Enqueue((int.Parse(request.Header("Guid")!, CultureInfo.InvariantCulture), current));
            var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (number % 3 == 0 && number < Requests - 20)
            {
                // Answered only once five others have been.
                held.Enqueue(gate);
            }
            else
            {
                gate.SetResult();
            }

            if ((held.Count > 5 || number >= Requests - 20) && held.TryDequeue(out var late))
            {
                late.SetResult();
            }

            return Answer.Result(Status).With("Set-GUID", $"JSESSIONID={current}") with { Gate = gate.Task };
        });
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.OpenSignedIn("0");
        var seen = new List<int>();
        session.CredentialsChanged += () =>
        {
            lock (seen)
            {
                seen.Add(int.Parse(session.Export()!.Guid, CultureInfo.InvariantCulture));
            }
        };

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Requests), new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (_, token) => await session.HoldAsync(token));

        Assert.Equal(seen.Order(), seen);
        Assert.True(seen.Count >= 5, $"{seen.Count} renewals were seen.");
        Assert.All(sentWith, request => Assert.InRange(request.Guid, request.Held - 2, request.Held));
    }

    /// <summary>A request that is under way when the Guid is renewed, and refused for the Guid that it was sent with.</summary>
    private sealed class Race(ScriptedGateway gateway, GatewayClient client, GatewayFailure? failure, string line) : IAsyncDisposable
    {
        public GatewayFailure? Failure => failure;

        public IEnumerable<string?> Guids => gateway.Requests.Where(request => request.Line == line).Select(request => request.Header("Guid"));

        public static async Task<Race> RunAsync(string name, string code)
        {
            var (run, line) = Operations.Named(name);
            var arrived = new TaskCompletionSource();
            var release = new TaskCompletionSource();
            var gateway = await ScriptedGateway.StartAsync(request =>
            {
                if (request.Line != line)
                {
                    return Answer.Result(Status).With("Set-GUID", "JSESSIONID=second");
                }

                arrived.TrySetResult();
                return request.Header("Guid") == "second" ? Answer.Result("[]") : Answer.Code(code) with { Gate = release.Task };
            });
            var client = new GatewayClient(gateway.BaseAddress);
            var session = client.OpenSignedIn();
            var running = run(session);
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(15));
            await session.GetAgentStatusAsync();
            release.SetResult();
            return new Race(gateway, client, await running, line);
        }

        public async ValueTask DisposeAsync()
        {
            await client.DisposeAsync();
            await gateway.DisposeAsync();
        }
    }
}

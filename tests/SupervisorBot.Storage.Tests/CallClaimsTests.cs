using Microsoft.Extensions.Time.Testing;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Tests;

/// <summary>What claims promise, whatever keeps them.</summary>
public sealed class CallClaimsTests
{
    private static readonly CallKey Call = new("gateway:8043", "1", "1700000000-17");

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestDatabase.Memory)]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task A_call_has_one_claim_until_it_is_released_or_its_time_is_over(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync(_time);
        var (first, second, third) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        Task<ClaimAnswer> ClaimAsync(Guid operationId, CallKey? call = null) =>
            host.Claims.TryClaimAsync(call ?? Call, operationId, 1001, "Alex Wilber", _time.GetUtcNow().AddMinutes(1), Stop);

        Assert.True((await ClaimAsync(first)).Granted);
        Assert.True((await ClaimAsync(first)).Granted, "the same operation again");
        Assert.Equal(new ClaimAnswer(false, "Alex Wilber", 1001), await ClaimAsync(second));
        Assert.True((await ClaimAsync(second, Call with { Vcc = "2" })).Granted, "a call of the same id in another call centre");
        Assert.True((await ClaimAsync(second, Call with { Gateway = "other:8043" })).Granted, "a call of the same id at another gateway");

        var epoch = (await host.Sessions.OpenAsync(1001, "a", Stop)).Epoch;
        await host.Sessions.CommitAsync(new SessionCommit(1001, epoch) { ReleasedClaims = [first] }, Stop);
        Assert.True((await ClaimAsync(second)).Granted);

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await ClaimAsync(third)).Granted);
        Assert.False((await ClaimAsync(second)).Granted);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task A_claim_that_comes_too_late_for_its_interception_is_never_left_behind(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync(_time);
        var epoch = (await host.Sessions.OpenAsync(Interceptions.Alex, "a", Stop)).Epoch;
        for (var round = 0; round < 10; round++)
        {
            var call = Call with { CallId = $"{round}" };
            var proposed = Interceptions.Proposed();
            var claiming = Interceptions.Advanced(proposed);
            var id = proposed.View.OperationId;
            Task<ClaimAnswer> ClaimAsync() => host.Claims.TryClaimAsync(call, id, Interceptions.Alex, "Alex Wilber", _time.GetUtcNow().AddMinutes(1), Stop);
            await host.Sessions.CommitAsync(new SessionCommit(Interceptions.Alex, epoch) { Interceptions = [proposed, claiming] }, Stop);

            var claimed = round % 2 == 0 ? ClaimAsync() : Task.CompletedTask;
            var decided = host.Sessions.CommitAsync(
                new SessionCommit(Interceptions.Alex, epoch) { Interceptions = [Interceptions.Decided(claiming)], ReleasedClaims = [id] }, Stop);
            await Task.WhenAll(claimed, decided, ClaimAsync());

            Assert.Equal(CommitResult.Committed, await decided);
            Assert.Equal(new ClaimAnswer(false, null), await ClaimAsync());
            Assert.Equal(0, await database.CountAsync("call_claims"));
        }
    }

    [Theory]
    [InlineData(TestDatabase.Memory)]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task Of_many_at_once_one_has_the_call(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var one = await database.StartAsync(_time);
        var other = provider == TestDatabase.Postgres ? await database.StartAsync(_time) : one;
        for (var round = 0; round < 10; round++)
        {
            var call = Call with { CallId = $"{round}" };
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? one : other).Claims.TryClaimAsync(
                call, Guid.NewGuid(), i, $"{i}", _time.GetUtcNow().AddMinutes(1), Stop)));

            var winner = Assert.Single(Enumerable.Range(0, 20), i => answers[i].Granted);
            Assert.All(answers.Where(answer => !answer.Granted), answer => Assert.Equal(new ClaimAnswer(false, $"{winner}", winner), answer));
        }
    }
}

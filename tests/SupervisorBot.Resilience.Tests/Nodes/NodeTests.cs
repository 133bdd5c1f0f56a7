using System.Diagnostics;
using SupervisorBot.Resilience.Tests.Killing;
using SupervisorBot.Resilience.Tests.Running;

namespace SupervisorBot.Resilience.Tests.Nodes;

/// <summary>Nodes of a cluster die or are replaced under 300 signed-in inspectors, some of them in the middle of taking a call over.</summary>
[Collection(OneAtATime.Name)]
public sealed class NodeTests
{
    private const int People = 300;
    private const int Intercepting = 24;

    private readonly Random _random = new();

    [Fact]
    public async Task Killed_its_sessions_are_polled_elsewhere_within_30_seconds_and_no_intercept_is_lost_or_doubled()
    {
        await using var cluster = await ThreeNodes.StartAsync(People);
        var site = cluster.Site;
        var moments = Interruption.UpToTheAnswer;
        var wave = await ProposeAsync(cluster, 0, i => moments[i % moments.Count]);
        var presses = wave.PressAsync(cluster.Address);
        await wave.ReachedAsync();
        site.Gateway.Polls.Clear();

        await cluster.KillAsync(1);
        var dead = DateTimeOffset.UtcNow;
        wave.GoOnWithoutBot();

        // Whose poll broke off lived on the dead node.
        await Wait.UntilAsync(() => site.Gateway.Polls.Snapshot().Any(session => session.OpenNow == 0), TimeSpan.FromSeconds(5), () => "No session lived on the dead node.");
        await Wait.UntilAsync(
            () => site.Gateway.Polls.Snapshot().All(session => session.OpenNow > 0 && session.Latest[^1].Began > dead),
            TimeSpan.FromSeconds(30),
            () => "Not polled again: " + string.Join("\n", site.Gateway.Polls.Snapshot().Where(session => session.Latest[^1].Began <= dead)) + "\n" + site.Outputs);
        await presses;
        site.AssertNothingIsWrong([.. await wave.JudgeAsync(cluster.Address), .. site.WrongSessions(mostAtOnce: 2)]);
        await OnePollEachAsync(site);
        await wave.HangUpAsync();
    }

    [Fact]
    public async Task Restarted_one_after_another_they_hand_over_every_session_and_every_intercept()
    {
        await using var cluster = await ThreeNodes.StartAsync(People);
        var site = cluster.Site;
        for (var node = 0; node < 3; node++)
        {
            var wave = await ProposeAsync(cluster, node * Intercepting, _ => Interruption.Anywhere);
            var presses = wave.PressAsync(cluster.Address);
            await Task.Delay(_random.Next(0, 1000), Site.Stop);
            var told = Stopwatch.GetTimestamp();

            Assert.Equal(0, await cluster.TerminateAsync(node));

            Assert.InRange(Stopwatch.GetElapsedTime(told), TimeSpan.Zero, TimeSpan.FromSeconds(20));
            await cluster.ReplaceAsync(node);
            await presses;
            site.AssertNothingIsWrong([.. await wave.JudgeAsync(cluster.Address), .. site.WrongSessions(mostAtOnce: 2)]);
            await wave.HangUpAsync();
        }

        await OnePollEachAsync(site);
    }

    [Fact]
    public async Task Dead_altogether_the_cluster_comes_back_with_its_sessions()
    {
        await using var cluster = await ThreeNodes.StartAsync(people: 20);
        var site = cluster.Site;
        await Task.WhenAll(cluster.KillAsync(0), cluster.KillAsync(1), cluster.KillAsync(2));
        var dead = DateTimeOffset.UtcNow;

        await cluster.ReplaceAsync(0);

        await Wait.UntilAsync(
            () => site.Gateway.Polls.Snapshot().All(session => session.OpenNow > 0 && session.Latest[^1].Began > dead),
            TimeSpan.FromSeconds(30),
            () => "Not polled again.\n" + site.Outputs);
        site.AssertNothingIsWrong([.. site.WrongSessions(mostAtOnce: 2)]);
    }

    private Task<Wave> ProposeAsync(ThreeNodes cluster, int from, Func<int, Interruption> moment) =>
        Wave.ProposeAsync(cluster.Site, _random, cluster.Site.People.Skip(from).Take(Intercepting), moment, cluster.Address);

    /// <summary>Once the take-over is over, every session has one poll at a time.</summary>
    private static async Task OnePollEachAsync(Site site)
    {
        site.Gateway.Polls.Clear();
        await Wait.UntilAsync(() => site.Gateway.Polls.Snapshot().All(session => session.Polls > 2), TimeSpan.FromSeconds(60), () => "Not polled.\n" + site.Outputs);
        site.AssertNothingIsWrong([.. site.WrongSessions(mostAtOnce: 1)]);
    }
}

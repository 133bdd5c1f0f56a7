using System.Globalization;
using SupervisorBot.GatewaySimulator;
using SupervisorBot.Resilience.Tests.Running;

namespace SupervisorBot.Resilience.Tests.Killing;

/// <summary>Some people's interceptions at the same time: asked for, pressed, told, and judged by what the gateway knows.</summary>
internal sealed class Wave
{
    private static readonly TimeSpan s_toldLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_quietLimit = TimeSpan.FromSeconds(30);

    private readonly Site _site;
    private readonly Random _random;

    private Wave(Site site, Random random, List<Operation> operations)
    {
        _site = site;
        _random = random;
        Operations = operations;
    }

    public List<Operation> Operations { get; }

    /// <summary>Everybody of some people has an agent in a call and asks for it.</summary>
    /// <param name="site">The site.</param>
    /// <param name="random">Numbers and pauses.</param>
    /// <param name="people">Who.</param>
    /// <param name="moment">Where each one's operation is held.</param>
    /// <param name="bot">Where the messages go.</param>
    public static async Task<Wave> ProposeAsync(Site site, Random random, IEnumerable<Person> people, Func<int, Interruption> moment, Uri bot)
    {
        List<Operation> operations = [.. people.Select((person, i) => new Operation(site, person, site.Centre.StartCall(person.WorkNo, SomeNumber(random)), moment(i)))];
        await Task.WhenAll(operations.Select(o => o.ProposeAsync(bot)));
        operations.ForEach(o => o.Interruption.Prepare(site, o));
        return new Wave(site, random, operations);
    }

    /// <summary>Presses all buttons that are to be pressed now, within half a second: people are not that much at one.</summary>
    public Task PressAsync(Uri bot) => Task.WhenAll(Operations.Where(o => !o.Interruption.IsPressedLater).Select(async operation =>
    {
        await Task.Delay(_random.Next(0, 500), Site.Stop);
        await operation.PressAsync(bot);
    }));

    /// <summary>Ends when every operation is at its moment.</summary>
    public Task ReachedAsync() => Task.WhenAll(Operations.Select(o => o.Interruption.Reached(_site, o)));

    /// <summary>What happens behind the back of a dead bot.</summary>
    public void GoOnWithoutBot()
    {
        _site.Gateway.Faults.Clear();
        Operations.ForEach(o => o.Interruption.WhileDead(_site, o));
    }

    /// <summary>Sees every operation to its end, and says what is not as promised.</summary>
    /// <param name="bot">Where the messages go.</param>
    public async Task<IReadOnlyList<string>> JudgeAsync(Uri bot)
    {
        // Whoever still sees the confirmation presses: for the first time, or again because the answer did not come.
        await Task.WhenAll(Operations.Where(o => !o.IsAccepted && Outcomes.IsOpen(o.Now)).Select(o => o.PressAsync(bot)));
        await Wait.UntilAsync(AreAllTold, s_toldLimit, () => "Not told in time:\n" + string.Join("\n\n", Operations.Where(o => !o.IsTold)) + "\n\n" + _site.Outputs);
        await Wait.UntilAsync(IsQuiet, s_quietLimit, () => NotQuiet() + "\n" + _site.Outputs);
        return [.. Operations.SelectMany(o => new Judgement(_site, o).Problems)];
    }

    /// <summary>The customers hang up, everybody who talked is told so, and is free for the next wave.</summary>
    public async Task HangUpAsync()
    {
        Operations.ForEach(o => _site.Centre.EndCall(o.CallId));
        await Wait.UntilAsync(
            () => Operations.All(IsFree),
            s_quietLimit,
            () => "Not free again:\n" + string.Join("\n", Operations.Where(o => !IsFree(o)).Select(o => $"{Inspector(o)}\n{o}")) + "\n" + _site.Outputs);
    }

    private bool IsFree(Operation operation) => Inspector(operation).State == AgentState.Idle && !operation.IsTalking;

    private bool AreAllTold()
    {
        Operations.ForEach(o => o.Look());
        return Operations.All(o => o.IsTold);
    }

    // Nothing that was held is still on its way in the gateway, and whoever has no call is off the phone again.
    private bool IsQuiet() =>
        _site.Gateway.RequestLog.Snapshot().All(request => request.Outcome != "open") && Operations.All(o => Inspector(o).Monitors is null);

    private string NotQuiet() =>
        "Left on the agent's call: " + string.Join("\n", Operations.Where(o => Inspector(o).Monitors is not null))
        + "\nopen: " + string.Join(", ", _site.Gateway.RequestLog.Snapshot().Where(r => r.Outcome == "open").Select(r => $"{r.Operation} {r.AgentId}"));

    private AgentView Inspector(Operation operation) => _site.Centre.FindAgent(operation.Person.AgentId)!;

    private static string SomeNumber(Random random) => "+4915" + random.Next(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture);
}

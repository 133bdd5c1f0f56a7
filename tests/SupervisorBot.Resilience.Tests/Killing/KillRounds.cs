using System.Globalization;
using SupervisorBot.Resilience.Tests.Running;

namespace SupervisorBot.Resilience.Tests.Killing;

/// <summary>
/// Rounds on one site: everybody asks for a call, all press, the bot is killed with every operation held at its moment, a new bot is started on the same
/// database, and each press is judged by what the gateway knows.
/// </summary>
internal sealed class KillRounds(Site site, Random random)
{
    /// <summary>How long the bots wait for the talk; more than anything is held.</summary>
    public static readonly TimeSpan TalkingTimeout = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan s_toldLimit = TimeSpan.FromSeconds(60);

    private RunningBot _bot = null!;

    /// <summary>How many operations were interrupted.</summary>
    public int Interrupted { get; private set; }

    public async Task BeginAsync()
    {
        _bot = await site.StartBotAsync();
        await site.SignInAsync(_ => _bot.Address);
    }

    /// <summary>One round with every operation held at one of some moments.</summary>
    public Task HoldAndKillAsync(IReadOnlyList<Interruption> moments) => RoundAsync(
        i => moments[(i + Interrupted) % moments.Count], operations => Task.WhenAll(operations.Select(o => o.Interruption.Reached(site, o))));

    /// <summary>One round with nothing held and the kill at any time.</summary>
    public Task KillAnywhereAsync() => RoundAsync(_ => Interruption.Anywhere, _ => Task.Delay(random.Next(0, 2500), Site.Stop));

    private async Task RoundAsync(Func<int, Interruption> moment, Func<IReadOnlyList<Operation>, Task> reached)
    {
        var operations = await ProposeAsync(moment);
        var presses = operations.Where(o => !o.Interruption.IsPressedLater).Select(PressAsync).ToList();
        await reached(operations);

        await _bot.Process.KillAsync();
        await Task.WhenAll(presses);
        site.Gateway.Faults.Clear();
        operations.ForEach(o => o.Interruption.WhileDead(site, o));
        _bot = await site.StartBotAsync();
        Interrupted += operations.Count;

        await PressAgainAsync(operations);
        await ToldAsync(operations);
        await QuietAsync();
        List<string> wrong = [.. operations.SelectMany(o => new Judgement(site, o).Problems)];
        wrong.AddRange(WrongSessions());
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong) + "\n\n" + site.Outputs);
        await HangUpAsync(operations);
    }

    private async Task<List<Operation>> ProposeAsync(Func<int, Interruption> moment)
    {
        List<Operation> operations =
        [
            .. site.People.Select((person, i) => new Operation(
                site, person, site.Centre.StartCall(person.WorkNo, "+4915" + random.Next(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture)), moment(i))),
        ];
        await Task.WhenAll(operations.Select(o => o.ProposeAsync(_bot.Address)));
        operations.ForEach(o => o.Interruption.Prepare(site, o));
        return operations;
    }

    // People do not all press at the same instant.
    private async Task PressAsync(Operation operation)
    {
        await Task.Delay(random.Next(0, 500), Site.Stop);
        await operation.PressAsync(_bot.Address);
    }

    /// <summary>Whoever still sees the confirmation presses: for the first time, or again because the answer did not come.</summary>
    private async Task PressAgainAsync(List<Operation> operations) =>
        await Task.WhenAll(operations.Where(o => !o.IsAccepted && Outcomes.IsOpen(o.Now)).Select(o => o.PressAsync(_bot.Address)));

    private async Task ToldAsync(List<Operation> operations) => await Wait.UntilAsync(
        () =>
        {
            operations.ForEach(o => o.Look());
            return operations.All(o => Outcomes.OfMessage(o.Now) is not null && o.IsPosted && o.Now.PaintedCard is null);
        },
        s_toldLimit,
        () => "Not told in time:\n" + string.Join("\n\n", operations.Where(o => Outcomes.OfMessage(o.Now) is null || !o.IsPosted)) + "\n\n" + site.Outputs);

    /// <summary>Nothing that was held is still on its way in the gateway, and whoever has no call is off the phone again.</summary>
    private Task QuietAsync() => Wait.UntilAsync(
        () => site.Gateway.RequestLog.Snapshot().All(request => request.Outcome != "open")
            && site.People.All(person => site.Centre.FindAgent(person.AgentId) is { Monitors: null }),
        TimeSpan.FromSeconds(30),
        () => "Left attached: " + string.Join(", ", site.People.Where(p => site.Centre.FindAgent(p.AgentId) is not { Monitors: null }).Select(p => p.AgentId))
            + "\nopen: " + string.Join(", ", site.Gateway.RequestLog.Snapshot().Where(r => r.Outcome == "open").Select(r => $"{r.Operation} {r.AgentId}"))
            + "\n" + site.Outputs);

    /// <summary>A restart costs nobody the sign-in, and nobody is polled twice at once but for the moment of the take-over.</summary>
    private IEnumerable<string> WrongSessions() =>
        from poll in site.Gateway.Polls.Snapshot()
        where poll is not { IsSignedIn: true, SignIns: 1, SignOuts: 0 } || poll.MostAtOnce > 2
        select $"The session of {poll.AgentId}: {poll}";

    private async Task HangUpAsync(List<Operation> operations)
    {
        operations.ForEach(o => site.Centre.EndCall(o.CallId));
        await Wait.UntilAsync(
            () => site.People.All(person => site.Centre.FindAgent(person.AgentId)!.State == GatewaySimulator.AgentState.Idle),
            TimeSpan.FromSeconds(30),
            () => "Not free again: " + string.Join(", ", site.Centre.Agents.Where(a => a.IsInspector && a.State != GatewaySimulator.AgentState.Idle)));
    }
}

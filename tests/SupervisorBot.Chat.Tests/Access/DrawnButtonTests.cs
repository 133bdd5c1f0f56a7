using SupervisorBot.Chat.Agents;
using SupervisorBot.Chat.Boards;
using SupervisorBot.Chat.Calls;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Interception;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Sessions;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;

namespace SupervisorBot.Chat.Tests.Access;

/// <summary>Cards draw the buttons that the person may press for whom they are made, and no other.</summary>
public sealed class DrawnButtonTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 13, 30, 0, TimeSpan.Zero);
    private static readonly RequestOrigin Origin = new("{}");

    [Fact]
    public async Task No_card_draws_a_button_that_may_not_be_pressed_whatever_the_permissions()
    {
        await using var bench = new ChatBench();
        var needs = bench.Get<IEnumerable<IPressHandler>>().SelectMany(handler => handler.Verbs).ToDictionary();
        var drawn = new HashSet<string>();
        foreach (var may in Subsets())
        {
            foreach (var (_, press) in Cards(may).SelectMany(card => CardReading.Buttons(bench.Get<CardMessages>().Render(card))))
            {
                var verb = press["verb"]!.GetValue<string>();
                var mode = press["mode"] is { } named ? Enum.Parse<MonitoringMode>(named.GetValue<string>()) : (MonitoringMode?)null;
                Assert.True(needs[verb].PermissionFor(mode) is not { } permission || may.Has(permission), $"{verb} is drawn for {may}");
                drawn.Add(verb);
            }
        }

        // With all permissions everything there is to press here was drawn.
        Assert.Superset(
            new HashSet<string> { "agents.open", "agents.page", "intercept.open", "intercept.page", "intercept.agent", "intercept.call", "monitor.start", "monitor.switch", "monitor.stop" },
            drawn);
    }

    [Fact]
    public async Task Help_lists_only_what_the_asker_may()
    {
        await using var bench = new ChatBench();
        bench.Directory.Put(FakeDesk.Olga, PermissionSet.Of(Permission.Whisper));
        await bench.SayAsync("/help");
        Assert.Contains(@"/whisper \<workNo\>", bench.Last.Text);
        Assert.Contains("/switch", bench.Last.Text);
        Assert.DoesNotContain(@"/listen \<workNo\>", bench.Last.Text);
        Assert.DoesNotContain("/intercept", bench.Last.Text);
        Assert.DoesNotContain("/admin", bench.Last.Text);

        bench.Directory.Put(FakeDesk.Olga, PermissionSet.All);
        await bench.SayAsync("/help");
        Assert.Contains("/admin", bench.Last.Text);
        Assert.Contains("/intercept", bench.Last.Text);
    }

    private static IEnumerable<PermissionSet> Subsets()
    {
        var all = Enum.GetValues<Permission>();
        for (var bits = 0; bits < 1 << all.Length; bits++)
        {
            yield return PermissionSet.Of([.. all.Where(permission => (bits & (1 << (int)permission)) != 0)]);
        }
    }

    private static IEnumerable<CardContent> Cards(PermissionSet may)
    {
        var olga = FakeDesk.Olga;
        var asker = new InspectorProfile(olga, may, []);
        var clock = ViewerClock.Utc;
        var operation = Guid.NewGuid();
        var roster = new RosterView(
            [.. Enumerable.Range(1001, 12).Select(i => new AgentView(i, $"Agent {i}", "Sales", AgentState.Talking, true, Now, MonitoredByAsker: i == 1001))], Now);
        var calls = new CallsView(1001, roster.Agents[0], [new CallView("1-1", MaskedNumber.Of("+4930555561234"), CallDirection.Inbound, Now)], Now);
        var monitoring = new MonitoringView(1001, "Anna", MonitoringMode.Listen, MonitoringPhase.Active, Now);
        if (may.Has(Permission.List))
        {
            yield return AgentCards.List(roster, asker, operation, 0, null, clock);
            var board = new Board(operation, new Place(ChatBench.Thread(Room.Group), 0, PlacePurpose.Request), Asker.Of(olga), "en", null, Now, Now.AddHours(1));
            yield return BoardCards.Of(board, new BoardReading(roster, may), new BoardOptions());
            yield return BoardCards.Of(board with { End = BoardEnd.Time }, new BoardReading(roster, may), new BoardOptions());
        }

        if (may.Has(Permission.Intercept))
        {
            yield return InterceptionCards.ChooseAgent(roster, asker, operation, 0, clock);
            yield return CallCards.Choose(calls, asker, operation, clock);
        }

        yield return CallCards.List(calls, asker, operation, clock);
        yield return InterceptionCards.NotPossible(asker, operation, 1001, "Anna", "Why");
        foreach (var mode in Enum.GetValues<MonitoringMode>())
        {
            yield return MyCallCards.Of(monitoring with { Mode = mode }, olga, may, clock);
            yield return MyCallCards.Of(monitoring with { Mode = mode, Phase = MonitoringPhase.Failed }, olga, may, clock);
        }

        foreach (var outcome in Enum.GetValues<InterceptionOutcome>())
        {
            yield return InterceptionCards.Of(View(olga, operation) with { Step = InterceptionStep.Decided, Outcome = outcome, DecidedAt = Now }, may, clock);
        }

        yield return SessionCards.SignedIn(new SignedInNotice(olga, Origin, Now, null), may, clock);
    }

    private static InterceptionView View(Inspector inspector, Guid operation) => new()
    {
        OperationId = operation,
        Inspector = inspector,
        WorkNo = 1001,
        AgentName = "Anna",
        CallId = "1-1",
        Customer = MaskedNumber.Of("+4930555561234"),
        Direction = CallDirection.Inbound,
        CallAnsweredAt = Now,
        Origin = Origin,
        Step = InterceptionStep.Proposed,
        ProposedAt = Now,
        ExpiresAt = Now.AddMinutes(1),
    };
}

using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Administration;
using SupervisorBot.Chat.Agents;
using SupervisorBot.Chat.Boards;
using SupervisorBot.Chat.Calls;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Forcing;
using SupervisorBot.Chat.History;
using SupervisorBot.Chat.Interception;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Sessions;
using SupervisorBot.Chat.Talks;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Chat.Watches;
using SupervisorBot.Chat.Welcome;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.History;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.SigningIn;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Tests.Cards;

/// <summary>What the bot's own code puts into each card, in the cases that look different. The sample data beside the templates is this.</summary>
internal sealed class CardSamples
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 13, 30, 0, TimeSpan.Zero);
    private readonly ForeignWords _words;
    private readonly Inspector _olga;
    private static readonly ViewerClock s_clock = new(120);
    private static readonly Guid s_operation = new("00000000-0000-4000-8000-000000000001");
    private static readonly RequestOrigin s_origin = new("{}");
    private readonly MaskedNumber _customer;

    private ApprovalAnswer Approved => new("aaaaaaaa-0000-4000-8000-000000000002", 2002, _words.Other, true, s_now.AddSeconds(20));

    private InspectorProfile Full => new(_olga, PermissionSet.All, []);

    private CardSamples(ForeignWords words)
    {
        _words = words;
        _olga = new Inspector("aaaaaaaa-0000-4000-8000-000000000001", 2001, words.Inspector, "+4915112345678");
        _customer = MaskedNumber.Of(words.Customer);
    }

    /// <summary>File name without <c>.data.json</c>, and the content.</summary>
    /// <param name="words">What comes from outside; harmless where nothing is told.</param>
    public static IEnumerable<(string File, CardContent Content)> All(ForeignWords? words = null) => new CardSamples(words ?? new ForeignWords()).Every();

    private IEnumerable<(string File, CardContent Content)> Every()
    {
        yield return ("welcome", WelcomeCards.OnArrival(isPersonal: false));
        yield return ("help", HelpCards.Help(PermissionSet.Default));
        yield return ("help.admin", AdminCards.Help());
        yield return ("note.unknown", UnknownCards.Of(_olga, new CommandLine(_words.Typed, ["1001", _words.Typed]), CommandTable.Intercept));
        yield return ("note.understood", UnknownCards.Ran($"/intercept 1001 {_words.Typed}"));
        yield return ("agents", AgentCards.List(Roster(20), Full, s_operation, 1, null, s_clock));
        yield return ("agents.choose", InterceptionCards.ChooseAgent(Roster(9), Full, s_operation, 0, s_clock));
        yield return ("agents.empty", InterceptionCards.ChooseAgent(Roster(0), Full, s_operation, 0, s_clock));
        yield return ("calls", CallCards.Choose(Calls(2), Full, s_operation, s_clock));
        yield return ("calls.none", CallCards.List(Calls(0), Full, s_operation, s_clock));
        yield return ("confirmation", InterceptionCards.Of(View(), PermissionSet.All, s_clock, monitoring: false));
        yield return ("confirmation.monitoring", InterceptionCards.Of(View(), PermissionSet.All, s_clock, monitoring: true));
        yield return ("confirmation.reasons", InterceptionCards.Of(
            View() with { Approval = ApprovalRule.SecondInspector, ReasonRule = ReasonRule.Required, Reasons = ["The customer asks for a supervisor", "Complaint"] }, PermissionSet.All, s_clock, monitoring: false));
        yield return ("confirmation.reason", InterceptionCards.Of(View() with { Approval = ApprovalRule.Administrator, ReasonRule = ReasonRule.Optional }, PermissionSet.All, s_clock, monitoring: true));
        yield return ("interception.awaitingApproval", InterceptionCards.Of(Asked(), PermissionSet.All, s_clock));
        yield return ("interception.approved", InterceptionCards.Of(Asked() with { Step = InterceptionStep.Claiming, Answer = Approved }, PermissionSet.All, s_clock));
        yield return ("interception.approval", ApprovalCards.Of(Asked(), s_clock));
        yield return ("interception.approval.approved", ApprovalCards.Of(Asked() with { Step = InterceptionStep.Claiming, Answer = Approved }, s_clock));
        yield return ("interception.approval.declined", ApprovalCards.Of(
            Asked() with { Step = InterceptionStep.Decided, Outcome = InterceptionOutcome.Declined, Answer = Approved with { Approved = false }, DecidedAt = s_now }, s_clock));
        yield return ("interception", InterceptionCards.Of(
            View() with { Step = InterceptionStep.WaitingForPhone, Attached = true, PressedAt = s_now }, PermissionSet.All, s_clock, since: s_now.AddSeconds(2)));
        yield return ("interception.toldToAll", InterceptionCards.OfAsker(View() with { Step = InterceptionStep.Claiming, PressedAt = s_now }, PermissionSet.All, s_clock));
        foreach (var outcome in Enum.GetValues<InterceptionOutcome>())
        {
            yield return ($"interception.{CamelCase(outcome.ToString())}", InterceptionCards.Of(Decided(outcome), PermissionSet.All, s_clock));
        }

        yield return ("call.monitoring", MyCallCards.Of(Monitoring(MonitoringPhase.Active), _olga, PermissionSet.All, s_clock));
        yield return ("call.ringing", MyCallCards.Of(Monitoring(MonitoringPhase.PhoneRinging), _olga, PermissionSet.All, s_clock));
        yield return ("call.failed", MyCallCards.Of(
            Monitoring(MonitoringPhase.Failed) with { Problem = new Problem(ProblemKind.PhoneNotPickedUp) }, _olga, PermissionSet.All, s_clock));
        yield return ("call.left", MyCallCards.Of(
            Monitoring(MonitoringPhase.Ended) with { End = MonitoringEnd.Asked }, _olga, PermissionSet.All, s_clock));
        yield return ("call", MyCallCards.Of(Talk(TalkPhase.Talking) with { Recording = true }, _olga, s_clock, s_now));
        yield return ("call.onHold", MyCallCards.Of(Talk(TalkPhase.OnHold), _olga, s_clock, s_now));
        yield return ("call.notCertain", MyCallCards.Of(
            Talk(TalkPhase.Talking) with { Mute = TalkMute.NotCertain, Problem = new Problem(ProblemKind.NoAnswer) }, _olga, s_clock, s_now));
        yield return ("call.transferring", MyCallCards.Of(Talk(TalkPhase.Talking) with { TransferTo = Outside() }, _olga, s_clock, s_now));
        yield return ("call.transferred", MyCallCards.Of(
            Talk(TalkPhase.Ended) with { EndedAt = s_now.AddSeconds(184), TransferTo = TransferTarget.Agent(1001) }, _olga, s_clock, s_now, TalkChange.Transferred));
        yield return ("call.ended", MyCallCards.Of(Talk(TalkPhase.Ended) with { EndedAt = s_now.AddSeconds(184) }, _olga, s_clock, s_now));
        yield return ("act", TalkQuestions.End(Talk(TalkPhase.Talking), _olga, s_operation, s_now.AddMinutes(1), s_clock));
        yield return ("act.transfer", TalkQuestions.Transfer(Talk(TalkPhase.Talking), _olga, s_operation));
        yield return ("act.force", ForceCards.Question(
            new ForceOrder(ForcedState.Busy, 1001, null, $"7. {_words.Typed}"), Roster(1).Agents[0], _olga, s_operation, s_now.AddMinutes(1), TimeSpan.FromMinutes(15), s_clock));
        yield return ("act.rest", ForceCards.Question(
            new ForceOrder(ForcedState.Rest, 1001, 20, ""), Roster(0).Agents[0], _olga, s_operation, s_now.AddMinutes(1), TimeSpan.FromMinutes(15), s_clock));
        yield return ("act.drop", DropCards.Question(Calls(1), Calls(1).Calls[0], $"7. {_words.Typed}", _olga, s_operation, s_now.AddMinutes(1), s_clock));
        yield return ("note.forced", ForceCards.Done(Forced(), AgentState.Talking, _olga));
        yield return ("note.notForced", ForceCards.Failed(new RequestFailedNotice(_olga, s_origin, s_now, Forced(), new Problem(ProblemKind.NoAnswer)), Forced()));
        yield return ("note.dropped", DropCards.Done(new DropRequested("1", s_origin, 1001, _words.CallId + "7", _words.Typed) { AgentName = _words.Agent }, _olga));
        yield return ("status", SessionCards.Status(
            new SessionView(_olga, SessionStatus.SignedIn, s_now.AddHours(-1), Monitoring(MonitoringPhase.Active), null, null, null, s_now), s_clock, s_now));
        yield return ("status.signedOut", SessionCards.Status(
            new SessionView(_olga, SessionStatus.SignedOut, null, null, null, null, null, null), s_clock, s_now));
        yield return ("note", SessionCards.SignInOffer(_olga));
        yield return ("note.signedIn", SessionCards.SignedIn(new SignedInNotice(_olga, s_origin, s_now, false), PermissionSet.All, s_clock));
        yield return ("note.takeOver", SessionCards.SignInFailed(new SignInFailedNotice(_olga, s_origin, s_now, new Problem(ProblemKind.Refused, "100-002"))));
        yield return ("note.notPossible", InterceptionCards.NotPossible(Full, s_operation, 1001, _words.Agent, AgentTexts.NoCalls));
        yield return ("note.codeAwaited", SessionCards.CodeAwaited(new CodeAwaitedNotice(_olga, s_origin, s_now, TimeSpan.FromMinutes(3), IsElsewhere: false)));
        yield return ("note.givenUp", SessionCards.SignedOut(new SignedOutNotice(_olga, s_origin, s_now, new Problem(ProblemKind.CodeNotTyped)), s_clock));
        yield return ("note.mustChange", SessionCards.SignedIn(
            new SignedInNotice(_olga, s_origin, s_now, true, IsByPage: true) { Password = new PasswordNews(MustChange: true, null) }, PermissionSet.All, s_clock));
        yield return ("history", HistoryPage(Acts(20), HistorySpan.Today));
        yield return ("history.days", HistoryPage(Acts(3) with { IsCut = true }, HistorySpan.SevenDays));
        yield return ("history.none", HistoryPage(new HistoryAnswer([], false), HistorySpan.Today));
        yield return ("note.language", LanguageCards.Choose(_olga, Language.English, isChosen: false));
        yield return ("board", BoardCards.Of(Board(), new BoardReading(LiveRoster(), PermissionSet.All), new BoardOptions()));
        yield return ("board.notPermitted", BoardCards.Of(Board() with { Filter = _words.Typed }, new BoardReading(LiveRoster() with { Team = _words.Typed, Problem = new Problem(ProblemKind.NoAnswer) }, PermissionSet.Of(Permission.List)), new BoardOptions()));
        yield return ("board.stopped", BoardCards.Of(Board() with { End = BoardEnd.Asked, EndedAt = s_now, EndedBy = _words.Other }, new BoardReading(LiveRoster(), PermissionSet.All), new BoardOptions()));
        yield return ("board.lost", BoardCards.Of(Board() with { End = BoardEnd.NotSignedIn, EndedAt = s_now }, null, new BoardOptions()));
        yield return ("note.alert", WatchCards.Alert(
            new WatchOccurrence(Rule(WatchKind.Call), LiveRoster().Agents[1], TimeSpan.FromMinutes(6), ["1"]), s_clock, s_now));
        yield return ("note.watch", WatchCards.List(
            new Watch(Place) { Rules = [Rule(WatchKind.Call), Rule(WatchKind.State) with { Number = 2, State = NamedState.Busy, Team = _words.Group }], Quiet = new QuietHours(1320, 360, 120), Asleep = [2002] },
            WatchTexts.Added("2")));
        yield return ("signInLink", SessionCards.SignInLink(_olga, new Uri("https://bot.example.com/signin/AAAD6Q"), TimeSpan.FromMinutes(5)));
    }

    /// <summary>The fullest list there can be: eight agents with the longest names, groups and times, all in a call.</summary>
    public static IEnumerable<CardContent> Fullest()
    {
        var asker = new Inspector("aaaaaaaa-0000-4000-8000-000000000001", 2001, new string('O', 60), "+4915112345678");
        var agents = Enumerable.Range(0, 250)
            .Select(i => new AgentView(999_000 + i, new string('Ж', 80), new string('G', 80), AgentState.Talking, true, s_now.AddHours(-99), true, true))
            .ToList();
        var roster = new RosterView(agents, s_now, Problem: new Problem(ProblemKind.NoAnswer));
        yield return AgentCards.List(roster, new InspectorProfile(asker, PermissionSet.All, []), s_operation, 3, new string('Ж', 60), s_clock);
        yield return InterceptionCards.ChooseAgent(roster, new InspectorProfile(asker, PermissionSet.All, []), s_operation, 3, s_clock);
        var calls = Enumerable.Range(0, 20)
            .Select(i => new CallView(new string('9', 40), MaskedNumber.Of(new string('7', 20)), CallDirection.Outbound, s_now.AddHours(-99)))
            .ToList();
        yield return CallCards.Choose(new CallsView(999_999, agents[0], calls, s_now), new InspectorProfile(asker, PermissionSet.All, []), s_operation, s_clock);
    }

    /// <summary>The fullest board there can be: twelve agents with the longest names, groups and times, all in a call, on hold and monitored by several.</summary>
    public static CardContent FullestBoard()
    {
        var opener = new Asker("aaaaaaaa-0000-4000-8000-000000000001", 2001, new string('O', 60));
        var board = new Board(s_operation, Place, opener, "en", null, s_now, s_now.AddHours(1)) { Page = 3 };
        List<AgentMonitor> monitors = [.. Enumerable.Range(0, 3).Select(i => new AgentMonitor(1, 999_990 + i, new string('Ж', 40), MonitoringMode.Whisper))];
        var agents = Enumerable.Range(0, 250)
            .Select(i => new AgentView(999_000 + i, new string('Ж', 80), new string('G', 80), AgentState.Talking, true, s_now.AddHours(-99))
            {
                Call = new AgentCall("1", s_now.AddHours(-99), "2", s_now.AddHours(-99)),
                Monitors = monitors,
            })
            .ToList();
        return BoardCards.Of(
            board, new BoardReading(new RosterView(agents, s_now, Problem: new Problem(ProblemKind.NoAnswer)), PermissionSet.All), new BoardOptions());
    }

    private CardContent HistoryPage(HistoryAnswer answer, HistorySpan span) =>
        HistoryCards.Of(answer, new HistoryRequest(HistoryWho.Everyone, null, span), _olga, 0, s_clock, s_now);

    private HistoryAnswer Acts(int count) => new([.. Enumerable.Range(0, count).Select(Act)], false);

    private HistoryLine Act(int index)
    {
        var line = new HistoryLine
        {
            Kind = (HistoryKind)(index % 4),
            At = s_now.AddMinutes(-37 * index),
            AgentId = index % 2 == 0 ? 2001 : 2002,
            Name = index % 2 == 0 ? _words.Inspector : _words.Other,
            WorkNo = 1001 + index,
            BeganAt = s_now.AddMinutes(-37 * index).AddSeconds(5),
            EndedAt = index == 1 ? null : s_now.AddMinutes(-37 * index).AddSeconds(254),
        };
        return line.Kind == HistoryKind.Intercept
            ? line with
            {
                CallId = _words.CallId + index,
                Reason = _words.Other,
                DecidedBy = _words.Other,
                Outcome = index == 0 ? InterceptionOutcome.Done : InterceptionOutcome.Refused,
                TalkEnd = index == 0 ? TalkChange.EndedByCustomer : null,
                Code = index == 0 ? null : "900-003",
                BeganAt = index == 0 ? line.BeganAt : null,
                EndedAt = index == 0 ? line.EndedAt : null,
            }
            : line with { End = line.EndedAt is null ? null : MonitoringEnd.Asked, Switches = index == 2 ? [HistoryKind.Insert] : [] };
    }

    private static Place Place => new(new ConversationReference("https://smba.example.com/", "msteams", "19:group@thread.v2", ConversationTypes.GroupChat), 120, PlacePurpose.Request);

    private Board Board() => new(s_operation, Place, Asker.Of(_olga), "en", null, s_now, s_now.AddHours(1));

    private WatchRule Rule(WatchKind kind) => new(1, kind, Asker.Of(_olga), "en") { Longer = TimeSpan.FromMinutes(5) };

    private RosterView LiveRoster()
    {
        var roster = Roster(14);
        return roster with
        {
            Agents =
            [
                roster.Agents[0] with
                {
                    Call = new AgentCall(_words.CallId + "1", s_now.AddMinutes(-9), _words.CallId + "2", s_now.AddMinutes(-3)),
                    Monitors = [new AgentMonitor(1001, 2001, _words.Inspector, MonitoringMode.Listen), new AgentMonitor(1001, 2002, _words.Other, MonitoringMode.Whisper)],
                },
                .. roster.Agents.Skip(1),
            ],
        };
    }

    private RosterView Roster(int talking)
    {
        var agents = Enumerable.Range(0, talking).Select(i => new AgentView(
            1001 + i, i == 0 ? _words.Agent : $"Agent number {i}", i % 2 == 0 ? _words.Group : "Support", AgentState.Talking, true, s_now.AddSeconds(-65 * (i + 1)), i == 0));
        return new RosterView([.. agents, new AgentView(1100, "Carla Diaz", "Sales", AgentState.Idle, false, s_now.AddMinutes(-2))], s_now);
    }

    private CallsView Calls(int count) => new(
        1001,
        Roster(1).Agents[0],
        [.. Enumerable.Range(0, count).Select(i => new CallView($"{_words.CallId}{i}", _customer, i == 0 ? CallDirection.Inbound : CallDirection.Outbound, s_now.AddSeconds(-250 + (100 * i))))],
        s_now);

    private InterceptionView View() => new()
    {
        OperationId = s_operation,
        Inspector = _olga,
        WorkNo = 1001,
        AgentName = _words.Agent,
        CallId = _words.CallId + "7",
        Customer = _customer,
        Direction = CallDirection.Inbound,
        CallAnsweredAt = s_now.AddSeconds(-250),
        Origin = s_origin,
        Step = InterceptionStep.Proposed,
        ProposedAt = s_now,
        ExpiresAt = s_now.AddSeconds(60),
    };

    private InterceptionView Asked() => View() with
    {
        Step = InterceptionStep.AwaitingApproval,
        PressedAt = s_now,
        Approval = ApprovalRule.SecondInspector,
        Approvers = [new ApproverPlace(2002, s_origin), new ApproverPlace(2003, s_origin)],
        Reason = _words.Typed,
    };

    private InterceptionView Decided(InterceptionOutcome outcome) => View() with
    {
        Step = InterceptionStep.Decided,
        Outcome = outcome,
        PressedAt = s_now,
        DecidedAt = s_now.AddSeconds(9),
        Attached = true,
        TakenBy = outcome == InterceptionOutcome.TakenByAnother ? _words.Other : null,
        Problem = outcome == InterceptionOutcome.Refused ? new Problem(ProblemKind.Refused, _words.Code) : null,
    };

    private MonitoringView Monitoring(MonitoringPhase phase) => new(1001, _words.Agent, MonitoringMode.Listen, phase, s_now);

    private TalkView Talk(TalkPhase phase) => new(s_operation, _words.CallId + "7", _customer, phase, s_now, FromWorkNo: 1001, FromName: _words.Agent);

    private ForceRequested Forced() => new("1", s_origin, 1001, ForcedState.Rest, TimeSpan.FromMinutes(20), _words.Typed) { AgentName = _words.Agent };

    private static TransferTarget Outside() => TransferTarget.TryRead(TransferKind.Number, "004930123456", out var number) ? number.Masked() : throw new InvalidOperationException();

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

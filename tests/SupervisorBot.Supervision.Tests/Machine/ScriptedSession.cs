using SupervisorBot.Gateway;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Calls;
using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Interception.Stored;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.Sessions.Stored;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision.Tests.Machine;

/// <summary>A session driven turn by turn: what happens goes in, what it wants done and tells is kept.</summary>
internal sealed class ScriptedSession
{
    public const int Agent = 2001;
    public const string Call = "1477393325-164";
    public const string Customer = "+4915112345678";

    public static readonly Inspector Megan = new("aaaaaaaa-0000-4000-8000-000000000021", 1002, "Megan Bowen", "40039");

    public static readonly Inspector Alex = new("aaaaaaaa-0000-4000-8000-000000000020", 1001, "Alex Wilber", "40038");
    public static readonly RequestOrigin Place = new("thread");

    private readonly SessionLimits _limits;
    private int _requests;

    public ScriptedSession(SessionLimits? limits = null) => _limits = limits ?? new SessionLimits(new SessionOptions(), new InterceptionOptions(), new GatewayOptions());

    public SessionState State { get; private set; } = new(Alex) { HasPassword = true };

    /// <summary>Signs in over the page, up to the code.</summary>
    /// <param name="failure">What the gateway answers.</param>
    public ScriptedSession AwaitingCode(GatewayFailure? failure = null)
    {
        Assert.True(Ask(id => new SignInLinkRequested(id, Place, PageScript.Holder, PageScript.Link(1), "de-DE"), hasPassword: false).Accepted);
        Assert.IsType<long>(Take(new PageSubmitted(PageScript.Submission(1), PageScript.CodeHash)).Reply);
        Take(new SignInAnswered(Last<SignIn>().Token, failure, true) { Password = new PasswordNews(false, 5) });
        return this;
    }

    public CodeAnswer Type(string code, SignInHolder? holder = null) =>
        (CodeAnswer)Take(new CodeTyped(new TypedCode(code, holder ?? PageScript.Holder, Place))).Reply!;

    public DateTimeOffset Now { get; private set; } = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    /// <summary>All effects so far.</summary>
    public List<SessionEffect> Effects { get; } = [];

    public List<SupervisionNotice> Notices { get; } = [];

    public List<InterceptionRecord> Stored { get; } = [];

    /// <summary>The interceptions whose claims were given free so far.</summary>
    public List<Guid> Released { get; } = [];

    /// <summary>What was written down for good so far.</summary>
    public List<AuditEntry> Audited { get; } = [];

    public SessionLimits Limits => _limits;

    public SessionOptions SessionOptions => _limits.Session;

    public InterceptionOptions InterceptionOptions => _limits.Interception;

    public SessionTurn Take(SessionInput input)
    {
        var turn = SessionMachine.Take(State, input, Now, _limits);
        State = turn.State;
        Stored.AddRange(turn.Changed);
        Notices.AddRange(turn.Notices);
        Effects.AddRange(turn.Effects);
        Released.AddRange(turn.ReleasedClaims);
        Audited.AddRange(turn.Audited.Select(act => act.Entry));
        return turn;
    }

    /// <summary>The session as it comes to life again from what was stored, after the bot was away.</summary>
    public ScriptedSession Reborn(TimeSpan away = default, bool hasCredentials = true)
    {
        var reborn = new ScriptedSession(_limits) { _requests = _requests, State = new SessionState(Alex) { HasPassword = State.HasPassword } };
        reborn.After(Now - reborn.Now + away);
        var document = SessionDocument.Read(SessionDocument.Of(State).Write());
        var records = State.Interceptions.Values.Select(InterceptionDocument.Write).Select(InterceptionDocument.Read);
        reborn.Take(new SessionLoaded(document, hasCredentials, [.. records]));
        return reborn;
    }

    public void After(TimeSpan time) => Now += time;

    public Receipt Ask(Func<string, SupervisionRequest> request, bool hasPassword = true) =>
        (Receipt)Take(new Asked(request($"request-{++_requests}"), "Mei Chen", hasPassword)).Reply!;

    public T Last<T>()
        where T : SessionEffect => Effects.OfType<T>().Last();

    public T LastNotice<T>()
        where T : SupervisionNotice => Notices.OfType<T>().Last();

    public InterceptionView Interception => State.Interceptions.Values.Single().View;

    /// <summary>An inspector for whom no password is configured.</summary>
    public ScriptedSession WithoutPassword()
    {
        State = State with { HasPassword = false };
        return this;
    }

    public ScriptedSession SignedIn()
    {
        Assert.True(Ask(id => new SignInRequested(id, Place)).Accepted);
        Take(new SignInAnswered(Last<SignIn>().Token, null, true));
        return this;
    }

    public ScriptedSession Monitoring(MonitoringMode mode = MonitoringMode.Listen)
    {
        Assert.True(Ask(id => new MonitorRequested(id, Place, Agent, mode)).Accepted);
        Answer(Last<StartMonitoring>().Token);
        Happens(Alerting());
        Happens(OffHook());
        return this;
    }

    public Guid Propose(string callId = Call, int workNo = Agent, InterceptionPolicy? policy = null)
    {
        var id = Guid.NewGuid();
        var info = new CallInfo(callId, Customer, "800", CallFeature.Inbound, Now - TimeSpan.FromMinutes(2));
        var answer = (ProposalAnswer)Take(new Proposed(new InterceptionProposal(id, workNo, callId, Place), "Mei Chen", info, null)
        {
            Policy = policy ?? InterceptionPolicy.Nothing,
        }).Reply!;
        Assert.NotNull(answer.Interception);
        return id;
    }

    public PressAnswer Press(Guid operationId, bool confirm = true, int presser = 1001) =>
        (PressAnswer)Take(new Pressed(operationId, presser, confirm)).Reply!;

    public void Claimed(Guid operationId) => Take(new ClaimAnswered(operationId, new ClaimAnswer(true, null)));

    /// <summary>Up to the moment at which the intercept has left for the gateway.</summary>
    public Guid Sent()
    {
        var id = SignedIn().Monitoring().Propose();
        Press(id);
        Claimed(id);
        return id;
    }

    public void Answer(long token, GatewayFailure? failure = null) => Take(new OperationAnswered(token, failure));

    public void Refuse(long token, string code) => Answer(token, new Refused(new ResultCode(code)));

    public void Fire(long token) => Take(new TimerFired(token));

    public void Happens(GatewayEvent gatewayEvent) => Take(new EventArrived(gatewayEvent));

    public void Talking(string callId = Call, string caller = Customer, string called = "1001") =>
        Happens(new TalkingEvent("AgentEvent_Talking", 1001, null, callId, caller, called, "main", CallFeature.Inbound, 1));

    public void ReadBack(bool? working, IReadOnlyList<CallInfo>? own, IReadOnlyList<string>? agentCalls) => Take(new StateReadBack(
        Last<ReadBack>().Token, working is { } isWorking ? new AgentStatus(isWorking ? AgentState.Talking : AgentState.Idle, isWorking) : null, own, agentCalls));

    public static GatewayEvent Alerting() => new PhoneAlertingEvent("AgentOther_PhoneAlerting", 1001, null);

    public static GatewayEvent OffHook() => new PhoneOffhookEvent("AgentOther_PhoneOffhook", 1001, null, "main");

    public static GatewayEvent PhoneReleased(int? state = 3) => new PhoneReleaseEvent("AgentOther_PhoneRelease", 1001, null, state);

    public static GatewayEvent StateIs(AgentStateKind kind) => new AgentStateEvent($"AgentState_{kind}", 1001, null, kind);

    public static GatewayEvent CustomerReleased(string callId = Call) => new CustomerReleasedEvent("AgentEvent_Customer_Release", 1001, null, callId, Customer);

    public static GatewayEvent CallReleased(string callId = Call) => new CallReleasedEvent("AgentEvent_Call_Release", 1001, null, callId);
}

using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Notices;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>One turn: the state as it changes, what is told of it, and what the turn wants done. Nothing is done before the turn is stored.</summary>
internal sealed class SessionTurn(SessionState state, DateTimeOffset now, SessionLimits limits)
{
    private readonly List<SessionEffect> _effects = [];
    private readonly List<SupervisionNotice> _notices = [];
    private readonly List<AuditedAct> _audited = [];
    private readonly HashSet<Guid> _changed = [];
    private readonly HashSet<Guid> _releasedClaims = [];

    public SessionState State { get; set; } = state;

    public DateTimeOffset Now { get; } = now;

    public SessionLimits Limits { get; } = limits;

    /// <summary>The answer to a request, a proposal or a press.</summary>
    public object? Reply { get; set; }

    /// <summary>The request that <see cref="Reply"/> answers, where it has an id of its own.</summary>
    public string? HandledRequestId { get; set; }

    public IReadOnlyList<SessionEffect> Effects => _effects;

    /// <summary>What is to be told; it is stored with the turn.</summary>
    public IReadOnlyList<SupervisionNotice> Notices => _notices;

    /// <summary>What is written down of it for good; it is stored with the turn.</summary>
    public IReadOnlyList<AuditedAct> Audited => _audited;

    /// <summary>The interceptions whose calls are free again.</summary>
    public IReadOnlyCollection<Guid> ReleasedClaims => _releasedClaims;

    /// <summary>The interceptions to store before any effect is carried out.</summary>
    public IEnumerable<InterceptionRecord> Changed => _changed.Select(id => State.Interceptions[id]);

    public long NextToken()
    {
        State = State with { LastToken = State.LastToken + 1 };
        return State.LastToken;
    }

    public void Do(SessionEffect effect) => _effects.Add(effect);

    public void Tell(SupervisionNotice notice) => _notices.Add(notice);

    /// <summary>Writes down for good what somebody did, together with the storing of the turn and at its time.</summary>
    /// <param name="entry">What was done.</param>
    /// <param name="origin">Where it was asked: the conversation and its tenant are put into the entry where it leaves them open.</param>
    public void Audit(AuditEntry entry, RequestOrigin? origin = null) => _audited.Add(new AuditedAct(entry with { At = entry.At ?? Now }, origin));

    /// <summary>Gives the call of an interception free, with the storing of the turn.</summary>
    public void ReleaseClaim(Guid operationId) => _releasedClaims.Add(operationId);

    /// <summary>Stores a change of an interception and tells it.</summary>
    public InterceptionRecord Advance(InterceptionRecord record, Func<InterceptionView, InterceptionView> change, long? token = null, bool tell = true)
    {
        // One turn writes one version, however many changes it makes.
        var version = _changed.Add(record.View.OperationId) ? record.Version + 1 : record.Version;
        var next = record with { View = change(record.View), Version = version, Token = token ?? record.Token };
        State = State with { Interceptions = State.Interceptions.SetItem(next.View.OperationId, next) };
        if (tell)
        {
            Tell(new InterceptionNotice(State.Inspector, next.View.Origin, Now, next.View));
        }

        return next;
    }

    /// <summary>Registers a new interception.</summary>
    public void Add(InterceptionRecord record)
    {
        _changed.Add(record.View.OperationId);
        State = State with { Interceptions = State.Interceptions.Add(record.View.OperationId, record) };
    }

    public static Problem ProblemOf(GatewayFailure failure) => failure switch
    {
        Refused refused => new Problem(ProblemKind.Refused, refused.Code.Value),
        Unreachable => new Problem(ProblemKind.Unreachable),
        _ => new Problem(ProblemKind.NoAnswer),
    };
}

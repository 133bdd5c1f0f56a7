using System.Data.Common;
using SupervisorBot.Storage.Schema;
using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Storage.Sessions;

/// <summary>What a batch knows of sessions, their interceptions and the requests that they answered.</summary>
internal sealed class StoredSessions
{
    private static readonly Statement SelectSessions = new("SELECT agent_id, epoch, commit_id FROM sessions WHERE agent_id = ANY($1)");
    private static readonly Statement SelectVersions = new("SELECT operation_id, version, step FROM interceptions WHERE operation_id = ANY($1)");
    private static readonly Statement SelectRequests = new("SELECT request_id FROM handled_requests WHERE request_id = ANY($1)");

    private static readonly Statement SelectWhole = new(
        "SELECT agent_id, epoch, is_awake, document, credentials, stored_at FROM sessions WHERE agent_id = ANY($1)");

    private static readonly Statement SelectInterceptions = new("""
        SELECT agent_id, step, record FROM interceptions WHERE agent_id = ANY($1) AND (decided_at IS NULL OR decided_at >= $2) ORDER BY proposed_at
        """);

    private readonly HashSet<int> _agents = [];
    private readonly HashSet<int> _opened = [];
    private readonly HashSet<int> _changed = [];
    private readonly Dictionary<int, OpenedSession> _whole = [];
    private readonly Dictionary<int, List<(string Step, string Record)>> _interceptions = [];
    private readonly HashSet<Guid> _operations = [];
    private readonly HashSet<string> _requests = [];
    private readonly Dictionary<int, OwnedSession> _sessions = [];
    private readonly Dictionary<Guid, int> _versions = [];
    private readonly Dictionary<Guid, InterceptionStep> _steps = [];
    private readonly HashSet<string> _handled = [];
    private DateTimeOffset _oldest = DateTimeOffset.MaxValue;

    /// <summary>A batch will ask for this session.</summary>
    public void Want(Batch batch, int agentId)
    {
        if (_agents.Add(agentId))
        {
            batch.Lock("session", agentId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A batch will ask for all of this session.</summary>
    public void WantWhole(Batch batch, int agentId, DateTimeOffset oldest)
    {
        Want(batch, agentId);
        _opened.Add(agentId);
        _oldest = oldest < _oldest ? oldest : _oldest;
    }

    public void WantInterception(Guid operationId) => _operations.Add(operationId);

    public void WantRequest(Batch batch, string requestId)
    {
        _requests.Add(requestId);
        batch.Lock("request", requestId);
    }

    public OwnedSession? Find(int agentId) => _sessions.GetValueOrDefault(agentId);

    /// <summary>The stored version of an interception; 0 where there is none.</summary>
    public int VersionOf(Guid operationId) => _versions.GetValueOrDefault(operationId);

    /// <summary>How far an interception is; null where there is none.</summary>
    public InterceptionStep? StepOf(Guid operationId) => _steps.TryGetValue(operationId, out var step) ? step : null;

    public bool IsHandled(string requestId) => _handled.Contains(requestId);

    /// <summary>Whether a change of this batch has changed it.</summary>
    public bool IsChanged(int agentId) => _changed.Contains(agentId);

    /// <summary>All of a session, as it was before the batch.</summary>
    public OpenedSession Whole(int agentId) => _whole.GetValueOrDefault(agentId, new OpenedSession(0, false, null, null, null)) with
    {
        Interceptions = _interceptions.GetValueOrDefault(agentId, []),
    };

    public void Set(int agentId, OwnedSession session)
    {
        _sessions[agentId] = session;
        _changed.Add(agentId);
    }

    public void SetInterception(Guid operationId, int version, InterceptionStep step) => (_versions[operationId], _steps[operationId]) = (version, step);

    public void SetHandled(string requestId) => _handled.Add(requestId);

    public IEnumerable<Query> Queries()
    {
        if (_agents.Count > 0)
        {
            yield return new Query(SelectSessions, [_agents.ToArray()], row => _sessions[row.GetInt32(0)] = new OwnedSession(
                row.GetInt64(1), row.IsDBNull(2) ? null : row.GetGuid(2)));
        }

        if (_opened.Count > 0)
        {
            yield return new Query(SelectWhole, [_opened.ToArray()], row => _whole[row.GetInt32(0)] = ReadWhole(row));
            yield return new Query(SelectInterceptions, [_opened.ToArray(), _oldest], ReadInterception);
        }

        if (_operations.Count > 0)
        {
            yield return new Query(SelectVersions, [_operations.ToArray()], row => SetInterception(
                row.GetGuid(0), row.GetInt32(1), Enum.TryParse<InterceptionStep>(row.GetString(2), out var step) ? step : InterceptionStep.Decided));
        }

        if (_requests.Count > 0)
        {
            yield return new Query(SelectRequests, [_requests.ToArray()], row => _handled.Add(row.GetString(0)));
        }
    }

    private static OpenedSession ReadWhole(DbDataReader row) => new(
        row.GetInt64(1),
        row.GetBoolean(2),
        row.IsDBNull(3) ? null : row.GetString(3),
        row.IsDBNull(4) ? null : row.GetFieldValue<byte[]>(4),
        row.IsDBNull(5) ? null : row.GetTime(5));

    private void ReadInterception(DbDataReader row)
    {
        var agentId = row.GetInt32(0);
        if (!_interceptions.TryGetValue(agentId, out var records))
        {
            _interceptions[agentId] = records = [];
        }

        records.Add((row.GetString(1), row.GetString(2)));
    }
}

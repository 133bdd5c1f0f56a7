using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Sessions;

/// <summary>What a batch knows of sessions, their interceptions and the requests that they answered.</summary>
internal sealed class StoredSessions
{
    private static readonly Statement SelectSessions = new("SELECT agent_id, epoch, commit_id FROM sessions WHERE agent_id = ANY($1)");
    private static readonly Statement SelectVersions = new("SELECT operation_id, version FROM interceptions WHERE operation_id = ANY($1)");
    private static readonly Statement SelectRequests = new("SELECT request_id FROM handled_requests WHERE request_id = ANY($1)");

    private readonly HashSet<int> _agents = [];
    private readonly HashSet<Guid> _operations = [];
    private readonly HashSet<string> _requests = [];
    private readonly Dictionary<int, OwnedSession> _sessions = [];
    private readonly Dictionary<Guid, int> _versions = [];
    private readonly HashSet<string> _handled = [];

    /// <summary>A batch will ask for this session.</summary>
    public void Want(Batch batch, int agentId)
    {
        if (_agents.Add(agentId))
        {
            batch.Lock("session", agentId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
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

    public bool IsHandled(string requestId) => _handled.Contains(requestId);

    public void Set(int agentId, OwnedSession session) => _sessions[agentId] = session;

    public void SetVersion(Guid operationId, int version) => _versions[operationId] = version;

    public void SetHandled(string requestId) => _handled.Add(requestId);

    public IEnumerable<Query> Queries()
    {
        if (_agents.Count > 0)
        {
            yield return new Query(SelectSessions, [_agents.ToArray()], row => _sessions[row.GetInt32(0)] = new OwnedSession(
                row.GetInt64(1), row.IsDBNull(2) ? null : row.GetGuid(2)));
        }

        if (_operations.Count > 0)
        {
            yield return new Query(SelectVersions, [_operations.ToArray()], row => _versions[row.GetGuid(0)] = row.GetInt32(1));
        }

        if (_requests.Count > 0)
        {
            yield return new Query(SelectRequests, [_requests.ToArray()], row => _handled.Add(row.GetString(0)));
        }
    }
}

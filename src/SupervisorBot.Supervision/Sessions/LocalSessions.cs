using System.Collections.Concurrent;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>The sessions that this node looks after.</summary>
internal sealed class LocalSessions
{
    private readonly ConcurrentDictionary<int, InspectorSession> _sessions = new();

    /// <summary>The sessions at this moment.</summary>
    public IEnumerable<InspectorSession> All => _sessions.Select(entry => entry.Value);

    /// <summary>Notes a session. One of the same inspector that is still noted is an earlier opening: it ends.</summary>
    public void Add(InspectorSession session)
    {
        InspectorSession? earlier = null;
        _sessions.AddOrUpdate(session.AgentId, session, (_, before) =>
        {
            earlier = before;
            return session;
        });
        earlier?.GiveUp();
    }

    /// <summary>Forgets a session that has ended.</summary>
    public void Remove(InspectorSession session) => _sessions.TryRemove(KeyValuePair.Create(session.AgentId, session));

    /// <summary>The session of an inspector, where this node looks after it.</summary>
    public InspectorSession? Find(int agentId) => _sessions.GetValueOrDefault(agentId);
}

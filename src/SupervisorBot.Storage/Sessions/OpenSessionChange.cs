using System.Globalization;
using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Sessions;

/// <summary>Takes a session over; the answer is its new epoch.</summary>
internal sealed class OpenSessionChange(int agentId, string node) : Change<long>
{
    private static readonly Statement Insert = new(
        "INSERT INTO sessions (agent_id, epoch, node, is_awake) VALUES ($1, 1, $2, FALSE) ON CONFLICT (agent_id) DO NOTHING");

    private static readonly Statement Raise = new("UPDATE sessions SET epoch = $3 + 1, node = $2 WHERE agent_id = $1 AND epoch = $3");

    public override string Line => agentId.ToString(CultureInfo.InvariantCulture);

    public override void Prepare(Batch batch) => batch.Sessions.Want(batch, agentId);

    protected override long Decide(Batch batch)
    {
        var before = batch.Sessions.Find(agentId);
        var after = new OwnedSession((before?.Epoch ?? 0) + 1, before?.CommitId);
        batch.Sessions.Set(agentId, after);
        if (before is null)
        {
            batch.WriteOne(Insert, agentId, node);
        }
        else
        {
            batch.WriteOne(Raise, agentId, node, before.Epoch);
        }

        return after.Epoch;
    }
}

using System.Globalization;
using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Sessions;

/// <summary>Takes a session over; the answer is what was stored of it, with its new epoch.</summary>
/// <param name="agentId">The inspector's agent id.</param>
/// <param name="node">Who takes it over.</param>
/// <param name="oldest">Outcomes older than this are not asked for.</param>
internal sealed class OpenSessionChange(int agentId, string node, DateTimeOffset oldest) : Change<OpenedSession>
{
    private static readonly Statement Insert = new(
        "INSERT INTO sessions (agent_id, epoch, node, is_awake) VALUES ($1, 1, $2, FALSE) ON CONFLICT (agent_id) DO NOTHING");

    private static readonly Statement Raise = new("UPDATE sessions SET epoch = $3 + 1, node = $2 WHERE agent_id = $1 AND epoch = $3");

    public override string Line => agentId.ToString(CultureInfo.InvariantCulture);

    public override void Prepare(Batch batch) => batch.Sessions.WantWhole(batch, agentId, oldest);

    protected override OpenedSession Decide(Batch batch)
    {
        var before = batch.Sessions.Find(agentId);
        if (batch.Sessions.IsChanged(agentId))
        {
            // A commit in the same batch came first: what was read is older. Alone, it reads what that has stored.
            throw new OvertakenException();
        }

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

        return batch.Sessions.Whole(agentId) with { Epoch = after.Epoch };
    }
}

using System.Globalization;
using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Sessions;

/// <summary>Gives a session back, where it was not taken over.</summary>
internal sealed class ReleaseSessionChange(int agentId, long epoch) : Change<bool>
{
    private static readonly Statement Release = new("UPDATE sessions SET node = NULL WHERE agent_id = $1 AND epoch = $2");

    public override string Line => agentId.ToString(CultureInfo.InvariantCulture);

    public override void Prepare(Batch batch) => batch.Sessions.Want(batch, agentId);

    protected override bool Decide(Batch batch)
    {
        if (batch.Sessions.Find(agentId)?.Epoch != epoch)
        {
            return false;
        }

        batch.WriteOne(Release, agentId, epoch);
        return true;
    }
}

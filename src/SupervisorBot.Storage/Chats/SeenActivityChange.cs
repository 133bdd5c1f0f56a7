using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Chats;

/// <summary>Notes that an activity was handled; false where it was before.</summary>
internal sealed class SeenActivityChange(string conversationId, string activityId) : Change<bool>
{
    private static readonly Statement Insert = new(
        "INSERT INTO seen_activities (conversation_id, activity_id, at) VALUES ($1, $2, $3) ON CONFLICT (conversation_id, activity_id) DO NOTHING");

    public override string Line => conversationId;

    public override void Prepare(Batch batch) => batch.Names.WantActivity(batch, conversationId, activityId);

    protected override bool Decide(Batch batch)
    {
        if (!batch.Names.TrySee(conversationId, activityId))
        {
            return false;
        }

        batch.WriteOne(Insert, conversationId, activityId, batch.Now);
        return true;
    }
}

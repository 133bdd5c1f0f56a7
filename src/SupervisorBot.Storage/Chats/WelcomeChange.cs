using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Chats;

/// <summary>Notes that a conversation is welcomed; false where it was before.</summary>
internal sealed class WelcomeChange(string conversationId) : Change<bool>
{
    private static readonly Statement Insert = new("INSERT INTO welcomes (conversation_id, at) VALUES ($1, $2) ON CONFLICT (conversation_id) DO NOTHING");

    public override string Line => conversationId;

    public override void Prepare(Batch batch) => batch.Welcomes.Want(batch, conversationId);

    protected override bool Decide(Batch batch)
    {
        if (!batch.Welcomes.TryAdd(conversationId))
        {
            return false;
        }

        batch.WriteOne(Insert, conversationId, batch.Now);
        return true;
    }
}

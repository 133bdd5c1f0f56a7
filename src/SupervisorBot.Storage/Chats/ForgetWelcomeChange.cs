using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Chats;

/// <summary>Forgets that a conversation was welcomed.</summary>
internal sealed class ForgetWelcomeChange(string conversationId) : Change<bool>
{
    private static readonly Statement Delete = new("DELETE FROM welcomes WHERE conversation_id = $1");

    public override string Line => conversationId;

    public override void Prepare(Batch batch) => batch.Welcomes.Want(batch, conversationId);

    protected override bool Decide(Batch batch)
    {
        batch.Welcomes.Remove(conversationId);
        batch.Write(Delete, conversationId);
        return true;
    }
}

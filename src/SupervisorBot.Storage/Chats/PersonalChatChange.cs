using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Chats;

/// <summary>Remembers or forgets the personal chat with a person.</summary>
internal sealed class PersonalChatChange(string userId, string? reference) : Change<bool>
{
    private static readonly Statement Upsert = new("""
        INSERT INTO personal_chats (user_id, reference, at) VALUES ($1, $2, $3)
        ON CONFLICT (user_id) DO UPDATE SET reference = excluded.reference, at = excluded.at
        """);

    private static readonly Statement Delete = new("DELETE FROM personal_chats WHERE user_id = $1");

    public override string Line => userId;

    public override void Prepare(Batch batch) => batch.Lock("personal chat", userId);

    protected override bool Decide(Batch batch)
    {
        if (reference is null)
        {
            batch.Write(Delete, userId);
        }
        else
        {
            batch.WriteOne(Upsert, userId, reference, batch.Now);
        }

        return true;
    }
}

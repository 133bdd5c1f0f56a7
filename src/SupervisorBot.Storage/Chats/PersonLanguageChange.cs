using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Chats;

/// <summary>Remembers or forgets the language that a person has chosen.</summary>
internal sealed class PersonLanguageChange(string tenantId, string personId, string? language) : Change<bool>
{
    private static readonly Statement Upsert = new("""
        INSERT INTO person_languages (tenant_id, person_id, language, at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (tenant_id, person_id) DO UPDATE SET language = excluded.language, at = excluded.at
        """);

    private static readonly Statement Delete = new("DELETE FROM person_languages WHERE tenant_id = $1 AND person_id = $2");

    public override string Line => $"{tenantId}/{personId}";

    public override void Prepare(Batch batch) => batch.Lock("person language", Line);

    protected override bool Decide(Batch batch)
    {
        if (language is null)
        {
            batch.Write(Delete, tenantId, personId);
        }
        else
        {
            batch.WriteOne(Upsert, tenantId, personId, language, batch.Now);
        }

        return true;
    }
}

using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Keys;

/// <summary>Adds a key unless its number is taken, and removes those whose seals count no more.</summary>
internal sealed class AddPressKeyChange(int generation, DateTimeOffset createdAt, byte[] secret, int oldest) : Change<bool>
{
    private static readonly Statement Insert = new("""
        INSERT INTO press_keys (generation, created_at, secret) VALUES ($1, $2, $3) ON CONFLICT (generation) DO NOTHING
        """);

    private static readonly Statement Delete = new("DELETE FROM press_keys WHERE generation < $1");

    public override string Line => "press keys";

    public override void Prepare(Batch batch) => batch.Lock("press keys", "");

    protected override bool Decide(Batch batch)
    {
        batch.Write(Insert, generation, createdAt, secret);
        batch.Write(Delete, oldest);
        return true;
    }
}

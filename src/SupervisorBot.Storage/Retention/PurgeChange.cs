using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Retention;

/// <summary>Removes some rows that are past their lifetime; the answer tells how many once it is stored.</summary>
internal sealed class PurgeChange(PurgeRule rule, DateTimeOffset oldest) : Change<PurgeChange>
{
    public int Removed { get; private set; }

    public override string Line => rule.Table;

    public override void Prepare(Batch batch)
    {
        // It needs to know nothing.
    }

    protected override PurgeChange Decide(Batch batch)
    {
        batch.WriteCounted(rule.Statement, rows => Removed = rows, oldest);
        return this;
    }
}

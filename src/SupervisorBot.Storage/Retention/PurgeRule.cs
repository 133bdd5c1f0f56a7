using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Retention;

/// <summary>What is removed from a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Statement">Removes some rows that are older than a time.</param>
/// <param name="Lifetime">How long a row is kept.</param>
internal sealed record PurgeRule(string Table, Statement Statement, TimeSpan Lifetime);

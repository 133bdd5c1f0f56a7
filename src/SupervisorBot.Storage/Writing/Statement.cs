namespace SupervisorBot.Storage.Writing;

/// <summary>
/// A statement that the writer runs, prepared once for a connection. There is one instance of each, in PostgreSQL's words with parameters $1, $2, …;
/// SQLite is given its own words for the two that it does not know.
/// </summary>
/// <param name="Sql">The statement.</param>
internal sealed record Statement(string Sql);

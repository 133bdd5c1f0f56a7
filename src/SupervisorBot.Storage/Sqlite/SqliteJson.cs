using System.Text.Json.Serialization;

namespace SupervisorBot.Storage.Sqlite;

/// <summary>Writes lists for SQLite to read.</summary>
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(long[]))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class SqliteJson : JsonSerializerContext;

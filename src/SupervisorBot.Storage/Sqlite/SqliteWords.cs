using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SupervisorBot.Storage.Schema;

namespace SupervisorBot.Storage.Sqlite;

/// <summary>Puts statements and values into SQLite's words.</summary>
internal static partial class SqliteWords
{
    /// <summary>SQLite knows no arrays, but can read a list from JSON; and it has one writer, so there is nobody to be skipped.</summary>
    public static string Of(string sql) => Any().Replace(sql, "IN (SELECT value FROM json_each(${list}))").Replace(" FOR UPDATE SKIP LOCKED", "", StringComparison.Ordinal);

    public static object Of(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => UtcText.Write(time),
        int[] numbers => JsonSerializer.Serialize(numbers, SqliteJson.Default.Int32Array),
        long[] numbers => JsonSerializer.Serialize(numbers, SqliteJson.Default.Int64Array),
        string[] texts => JsonSerializer.Serialize(texts, SqliteJson.Default.StringArray),
        // As the driver writes a Guid of its own.
        Guid[] ids => JsonSerializer.Serialize(ids.Select(id => id.ToString().ToUpper(CultureInfo.InvariantCulture)).ToArray(), SqliteJson.Default.StringArray),
        _ => value,
    };

    [GeneratedRegex(@"= ANY\((?<list>\$\d+)\)")]
    private static partial Regex Any();
}

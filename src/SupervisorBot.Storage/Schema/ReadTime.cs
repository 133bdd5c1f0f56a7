using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SupervisorBot.Storage.Schema;

/// <summary>Reads times as each provider keeps them.</summary>
internal static class ReadTime
{
    public static DateTimeOffset GetTime(this DbDataReader row, int column) =>
        row is SqliteDataReader ? UtcText.Read(row.GetString(column)) : row.GetFieldValue<DateTimeOffset>(column);
}

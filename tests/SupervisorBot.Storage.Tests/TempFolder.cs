using Microsoft.Data.Sqlite;

namespace SupervisorBot.Storage.Tests;

/// <summary>A folder for a database, gone after the test.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supervisor-storage-");

    public string Path => _folder.FullName;

    public string Database => System.IO.Path.Combine(Path, "supervisor.db");

    /// <summary>Asks the file itself, past everything that is tested.</summary>
    public object? Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>Whether the text stands anywhere in the database's files, in use or not.</summary>
    public bool HoldsText(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return Directory.GetFiles(Path).Any(file => !file.EndsWith(".lock", StringComparison.Ordinal) && Read(file).AsSpan().IndexOf(bytes) >= 0);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }
}

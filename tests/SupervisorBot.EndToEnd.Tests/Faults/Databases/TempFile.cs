namespace SupervisorBot.EndToEnd.Tests.Faults.Databases;

/// <summary>A SQLite file in a folder of its own.</summary>
internal sealed class TempFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supervisor-faults-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "supervisor.db");

    public FaultSetting Setting => new()
    {
        // Normal: a flush of a busy disk is not what these rows are about.
        Settings =
        [
            ("Database:Provider", "Sqlite"), ("Database:Synchronous", "Normal"), ("Database:BusyTimeout", "00:00:02"), ("ConnectionStrings:Supervisor", $"Data Source={Path}"),
        ],
    };

    public void Dispose() => _folder.Delete(recursive: true);
}

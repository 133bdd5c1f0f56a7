namespace SupervisorBot.Hosting;

/// <summary>The kinds of storage.</summary>
public enum DatabaseProvider
{
    /// <summary>One file.</summary>
    Sqlite,

    /// <summary>The process's memory.</summary>
    Memory,
}

namespace SupervisorBot.Storage.Sqlite;

/// <summary>
/// One bot for a file: a file beside the database is held open by itself alone for the process's life. The kernel takes the hold back however the process
/// ends, so that nothing has to be cleaned up after a kill.
/// </summary>
internal sealed class DatabaseLock(DatabaseFile file) : IDisposable
{
    private FileStream? _held;

    /// <summary>Takes the hold for this process.</summary>
    /// <returns>False where another process, or another bot of this one, has it.</returns>
    public bool TryTake()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            _held ??= new FileStream($"{file.Path}.lock", options);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _held?.Dispose();
}

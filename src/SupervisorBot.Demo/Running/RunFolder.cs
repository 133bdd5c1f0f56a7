namespace SupervisorBot.Demo;

/// <summary>A temporary folder for what one run writes, removed at its end.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supervisorbot-demo-");

    /// <summary>The folder.</summary>
    public string Path => _folder.FullName;

    /// <summary>A file or folder in it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody still has a file open there. It is the system's temporary folder: the system cleans up.
        }
    }
}

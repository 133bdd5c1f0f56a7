namespace SupervisorBot.Chat.Tests.Templating;

/// <summary>The folder with the solution, found upwards from the test assembly.</summary>
internal static class RepositoryRoot
{
    private static readonly string Path = Find();

    public static string Combine(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "SupervisorBot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("SupervisorBot.sln is not above the test assembly.");
    }
}

namespace SupervisorBot.Tests.Documents;

/// <summary>The folder with the solution, found upwards from the test assembly.</summary>
internal static class Repository
{
    private static readonly string s_root = Find();

    /// <summary>The path of something in it; of nothing, its own.</summary>
    public static string Combine(params ReadOnlySpan<string> parts) => Path.Combine([s_root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SupervisorBot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("SupervisorBot.sln is not above the test assembly.");
    }
}

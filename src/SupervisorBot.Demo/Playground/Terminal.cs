namespace SupervisorBot.Demo;

/// <summary>Whether somebody sits in front of the demo, and what is installed there.</summary>
internal static class Terminal
{
    /// <summary>
    /// Whether npx can put its question to somebody. Without a terminal, or where <c>CI</c> is set, it would fetch a package unasked.
    /// </summary>
    public static bool CanAsk => !Console.IsInputRedirected && !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    /// <summary>Whether a program is on the path.</summary>
    /// <param name="program">Its name, on Windows without the extension.</param>
    public static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => Names(program).Any(name => File.Exists(Path.Combine(folder, name))));

    private static string[] Names(string program) => OperatingSystem.IsWindows() ? [$"{program}.exe", $"{program}.cmd"] : [program];
}

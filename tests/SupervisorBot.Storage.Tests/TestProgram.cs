using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace SupervisorBot.Storage.Tests;

/// <summary>Runs the tests, or, as a test's child process, what <see cref="StorageChild"/> is told.</summary>
internal static class TestProgram
{
    public static Task<int> Main(string[] args) => args switch
    {
        [StorageChild.Command, var role, var provider, var connection] => StorageChild.RunAsync(role, provider, connection),
        _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
            TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}

using System.Diagnostics;

namespace SupervisorBot.Demo.Tests;

public sealed class ProcessTreeTests
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_program_and_what_it_started_are_asked_to_end()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells the processes under one.");
        // The shell passes no signal on, as npx and its shell do not.
        using var shell = await StartAsync("""sh -c 'trap "echo asked; exit 0" TERM; echo ready; while :; do sleep 0.1; done' & wait; wait""");

        await ProcessTree.StopAsync(shell, s_grace);

        Assert.True(shell.HasExited);
        Assert.Contains("asked", await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_end_is_killed_after_the_grace_time()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signal.");
        using var shell = await StartAsync("""trap "" TERM; echo ready; while :; do sleep 0.1; done""");

        await ProcessTree.StopAsync(shell, TimeSpan.FromMilliseconds(300));

        await shell.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(s_grace, TestContext.Current.CancellationToken);
        Assert.Equal(128 + 9, shell.ExitCode);
    }

    private static async Task<Process> StartAsync(string script)
    {
        var shell = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { RedirectStandardOutput = true })!;
        Assert.Equal("ready", await shell.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        return shell;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SupervisorBot.Demo;

/// <summary>
/// The Microsoft 365 Agents Playground, fetched and started by npx. It comes under Microsoft's own terms, so it is not part of this
/// project: npx asks the user, and its question and the answer go straight through.
/// </summary>
internal sealed partial class PlaygroundProcess : IAsyncDisposable
{
    private const string Package = "@microsoft/m365agentsplayground@0.2.28";

    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly TaskCompletionSource<int?> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PlaygroundProcess(Process process)
    {
        _process = process;
        _ = RelayAsync();
    }

    /// <summary>The port it listens on, which may be another than was asked for; null when it ended without listening.</summary>
    public Task<int?> Port => _port.Task;

    /// <summary>Starts it.</summary>
    /// <param name="run">The bot to talk with.</param>
    /// <param name="options">The port, and whether a browser may open.</param>
    public static PlaygroundProcess Start(DemoRun run, DemoOptions options)
    {
        var port = options.PlaygroundPort ?? DemoPorts.UsualOrFree(DemoPorts.Playground);
        string[] npx =
        [
            "npx", Package, "start", "--app-endpoint", run.MessagesEndpoint.ToString(), "--channel-id", "msteams",
            "--port", port.ToString(CultureInfo.InvariantCulture), "--disable-telemetry",
        ];
        // npx is a script on Windows.
        string[] command = OperatingSystem.IsWindows() ? ["cmd.exe", "/c", .. npx] : npx;
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            // It reads its people and chats from here, and writes its log here.
            WorkingDirectory = run.Folder,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        // The rest of its telemetry, and npx's word to itself that no question is needed.
        start.Environment["APPLICATION_INSIGHTS_NO_STATSBEAT"] = "true";
        start.Environment.Remove("npm_config_yes");
        if (options.NoBrowser)
        {
            start.Environment["PATH"] = NoBrowserPath(run.Folder) + Path.PathSeparator + start.Environment["PATH"];
        }

        return new PlaygroundProcess(Process.Start(start)!);
    }

    /// <summary>Waits until it has ended.</summary>
    public Task WaitForExitAsync(CancellationToken ct) => _process.WaitForExitAsync(ct);

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        await ProcessTree.StopAsync(_process, s_grace);
        _process.Dispose();
    }

    /// <summary>It opens a browser by a program of the desktop; one of the same name that does nothing, found first, keeps it from that.</summary>
    private static string NoBrowserPath(string folder)
    {
        var path = Directory.CreateDirectory(Path.Combine(folder, "no-browser")).FullName;
        if (!OperatingSystem.IsWindows())
        {
            foreach (var name in (string[])["xdg-open", "open"])
            {
                var program = Path.Combine(path, name);
                File.WriteAllText(program, "#!/bin/sh\n");
                File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        return path;
    }

    /// <summary>Passes on what npx writes, its question included, which ends in no line break; once the Playground listens the rest is noise.</summary>
    private async Task RelayAsync()
    {
        var written = new StringBuilder();
        var buffer = new char[1024];
        while (await _process.StandardOutput.ReadAsync(buffer) is > 0 and var count)
        {
            if (_port.Task.IsCompleted)
            {
                continue;
            }

            written.Append(buffer, 0, count);
            if (ListeningPattern().Match(written.ToString()) is { Success: true } match)
            {
                _port.TrySetResult(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
            }
            else
            {
                await Console.Out.WriteAsync(buffer.AsMemory(0, count));
                await Console.Out.FlushAsync();
            }
        }

        _port.TrySetResult(null);
    }

    [GeneratedRegex(@"Listening on (\d+)\s")]
    private static partial Regex ListeningPattern();
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SupervisorBot.Tests.Running;

/// <summary>The bot as a process of its own, configured by its environment alone.</summary>
internal sealed partial class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supervisorbot-test-");

    public BotProcess(params (string Name, string Value)[] environment)
        : this([], environment)
    {
    }

    /// <summary>The bot's program with arguments, such as a verb.</summary>
    public BotProcess(string[] arguments, (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "SupervisorBot.dll"), .. arguments])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _lines);

    /// <summary>Waits until it listens.</summary>
    public async Task<Uri> AddressAsync()
    {
        var first = await Task.WhenAny(_address.Task, _process.WaitForExitAsync(), Task.Delay(s_limit));
        return first == _address.Task ? await _address.Task : throw new InvalidOperationException($"The bot does not listen. It wrote:\n{Output}");
    }

    /// <summary>Waits until it takes commands.</summary>
    public async Task<Uri> ReadyAsync()
    {
        var address = await AddressAsync();
        using HttpClient http = new();
        using CancellationTokenSource limit = new(s_limit);
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(address, "healthz/ready"), limit.Token);
                if (answer.IsSuccessStatusCode)
                {
                    return address;
                }
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                if (_process.HasExited || limit.IsCancellationRequested)
                {
                    throw new InvalidOperationException($"The bot does not become ready. It wrote:\n{Output}", e);
                }
            }

            await Task.Delay(20, CancellationToken.None);
        }
    }

    /// <summary>Waits until it has written some words in so many lines.</summary>
    /// <returns>False if it takes commands, or has ended, without.</returns>
    public async Task<bool> WritesAsync(string words, int lines)
    {
        using CancellationTokenSource limit = new(s_limit);
        while (_lines.Count(line => line.Contains(words, StringComparison.Ordinal)) < lines)
        {
            if (_address.Task.IsCompleted || _process.HasExited)
            {
                return false;
            }

            await Task.Delay(1, limit.Token);
        }

        return true;
    }

    /// <summary>Ends it in the middle of whatever it does: SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(s_limit);
        return _process.ExitCode;
    }

    /// <summary>Asks it to end as a service manager does.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString()]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        if (Listening().Match(line) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    // What a developer has set for a bot of their own is not for this one.
    private static bool IsOurs(string name) =>
        name.Contains("__", StringComparison.Ordinal)
        || name.StartsWith("MicrosoftApp", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || name.Equals("DOTNET_ENVIRONMENT", StringComparison.OrdinalIgnoreCase)
        || name.Equals("urls", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}

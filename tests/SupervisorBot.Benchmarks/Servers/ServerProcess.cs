using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using SupervisorBot.Benchmarks.Chat;

namespace SupervisorBot.Benchmarks.Servers;

/// <summary>A server in a process of its own, so that its CPU time is its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_stopLimit = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _greeting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<string> _said = new();
    private TaskCompletionSource<long>? _heap;

    private ServerProcess(string title, Process process) => (Title, _process) = (title, process);

    /// <summary>The server's name in the report.</summary>
    public string Title { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The CPU time that the process has used since it began, all threads together.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The process's resident memory in bytes, its share of the runtime's libraries included.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The size of the process's managed heap in bytes, after a full collection.</summary>
    public async Task<long> HeapAsync(CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _heap, answer);
        await _process.StandardInput.WriteLineAsync(ServedProcess.HeapQuestion.AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        return await answer.Task.WaitAsync(s_stopLimit, cancellationToken);
    }

    public static async Task<ServerProcess> StartAsync(string title, string verb, string settings, CancellationToken cancellationToken, string? edge = null)
    {
        var server = new ServerProcess(title, new Process { StartInfo = Self(verb, settings, edge) });
        server._process.ErrorDataReceived += (_, line) => server.Note(line.Data);
        server._process.OutputDataReceived += (_, line) => server.Hear(line.Data);
        server._process.Start();
        server._process.BeginErrorReadLine();
        server._process.BeginOutputReadLine();
        try
        {
            server.Address = await server._greeting.Task.WaitAsync(s_startLimit, cancellationToken);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        return server;
    }

    public ChatSender Sender(string path = "/api/messages") => new(new Uri(Address, path));

    /// <summary>Lets it stop by itself, and ends it where it does not. What it said is passed on: it logs warnings and errors only.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(s_stopLimit);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        lock (_said)
        {
            foreach (var line in _said)
            {
                Benchmark.Tell($"{Title}: {line}");
            }
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Self(string verb, string settings, string? edge)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(settings)!,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        }

        start.ArgumentList.Add("serve");
        start.ArgumentList.Add(verb);
        start.ArgumentList.Add(settings);
        if (edge is not null)
        {
            start.ArgumentList.Add(edge);
        }

        return start;
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            _greeting.TrySetException(new InvalidOperationException($"{Title} ended instead of listening."));
        }
        else if (line.StartsWith(ServedProcess.Greeting, StringComparison.Ordinal))
        {
            _greeting.TrySetResult(new Uri(line[ServedProcess.Greeting.Length..]));
        }
        else if (line.StartsWith(ServedProcess.HeapAnswer, StringComparison.Ordinal))
        {
            Volatile.Read(ref _heap)?.TrySetResult(long.Parse(line[ServedProcess.HeapAnswer.Length..], CultureInfo.InvariantCulture));
        }
        else
        {
            Note(line);
        }
    }

    private void Note(string? line)
    {
        const int Most = 40;
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_said)
        {
            if (_said.Count < Most)
            {
                _said.Enqueue(line);
            }
        }
    }
}

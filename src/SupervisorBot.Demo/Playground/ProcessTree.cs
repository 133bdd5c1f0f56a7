using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SupervisorBot.Demo;

/// <summary>Stops a process and what it started: asks first, and kills what is still there after a grace time.</summary>
internal static partial class ProcessTree
{
    private const int Terminate = 15;

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);

    /// <summary>Stops the tree under a process.</summary>
    public static async Task StopAsync(Process root, TimeSpan grace)
    {
        // npx puts a shell between itself and the program, and none of the three passes every signal on: each is asked by itself.
        var all = Descendants(root.Id).Select(Find).OfType<Process>().Append(root).ToList();
        if (!OperatingSystem.IsWindows())
        {
            all.Where(IsAlive).ToList().ForEach(process => _ = Signal(process.Id, Terminate));
        }

        using var until = new CancellationTokenSource(OperatingSystem.IsWindows() ? TimeSpan.Zero : grace);
        while (all.Any(IsAlive) && !until.IsCancellationRequested)
        {
            await Task.Delay(s_look);
        }

        foreach (var process in all.Where(IsAlive))
        {
            process.Kill(entireProcessTree: true);
        }

        all.Where(process => process != root).ToList().ForEach(process => process.Dispose());
    }

    /// <summary>The processes under one, by their ids, children before their parents; only Linux tells them.</summary>
    private static List<int> Descendants(int root)
    {
        if (!OperatingSystem.IsLinux())
        {
            return [];
        }

        var parents = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .Select(id => (Id: id, Parent: ParentOf(id)))
            .ToLookup(process => process.Parent, process => process.Id);
        List<int> Under(int parent) => [.. parents[parent].SelectMany(child => (int[])[.. Under(child), child])];
        return Under(root);
    }

    private static int ParentOf(int id)
    {
        try
        {
            // The name, in brackets, may hold blanks; the state and the parent follow it.
            var stat = File.ReadAllText($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return -1;
        }
    }

    private static Process? Find(int id)
    {
        try
        {
            var process = Process.GetProcessById(id);
            // Its handle is taken now, so that a later process of the same id is not mistaken for it.
            _ = process.SafeHandle;
            return process;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsAlive(Process process) => !process.HasExited;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int pid, int signal);
}

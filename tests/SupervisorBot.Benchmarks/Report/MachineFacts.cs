using System.Globalization;
using System.Runtime.InteropServices;

namespace SupervisorBot.Benchmarks.Report;

/// <summary>The machine that a run was made on.</summary>
internal static class MachineFacts
{
    public static string Describe(BenchmarkOptions options) => string.Create(CultureInfo.InvariantCulture, $"""
        # SupervisorBot benchmarks

        {DateTimeOffset.UtcNow:yyyy-MM-dd HH:mm} UTC{(options.IsQuick ? ", **smoke run: the figures mean nothing**" : "")}. {Environment.ProcessorCount} cores ({Processor()}), {RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}, {Build()} build, server GC {(System.Runtime.GCSettings.IsServerGC ? "on" : "off")}; load average at the start {LoadAverage()}.
        Each measured server is a process of its own that logs from Warning on; the generator of the load, the connector and the gateway simulator share one other process on the same machine.

        """);

    private static string Processor() => Find("/proc/cpuinfo", line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown processor";

    private static string LoadAverage() => Find("/proc/loadavg", _ => true) is { } line ? string.Join(' ', line.Split(' ')[..3]) : "unknown";

    private static string? Find(string file, Func<string, bool> fits) => File.Exists(file) ? File.ReadLines(file).FirstOrDefault(fits) : null;

    private static string Build() =>
#if DEBUG
        "**Debug**";
#else
        "Release";
#endif
}

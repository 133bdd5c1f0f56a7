using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace SupervisorBot.Chat.Tests.Templating;

/// <summary>One node process that answers all jobs of the reference tests.</summary>
internal static class ReferenceRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly Lazy<Task<Outcome>> Run = new(() => RunAsync());

    /// <summary>The answers by the jobs' ids. Without node or its packages the test is skipped, and in CI it fails.</summary>
    public static async Task<IReadOnlyDictionary<string, ReferenceAnswer>> AnswersAsync()
    {
        var outcome = await Run.Value;
        if (outcome.Answers is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", outcome.Reason!);
            Assert.Fail(outcome.Reason!);
        }

        return outcome.Answers;
    }

    private static async Task<Outcome> RunAsync()
    {
        var folder = RepositoryRoot.Combine("tests", "reference");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "adaptivecards-templating")))
        {
            return new Outcome(null, "The reference implementation is not installed: npm ci --prefix tests/reference");
        }

        using var process = new Process { StartInfo = StartInfo(folder) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return new Outcome(null, "Node is not installed.");
        }

        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var answers = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            foreach (var job in ReferenceJobs.All())
            {
                await process.StandardInput.WriteLineAsync(job.ToJsonLine().AsMemory(), limit.Token);
            }

            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, await errors);
            return new Outcome(Parse(await answers), null);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static ProcessStartInfo StartInfo(string folder) => new("node", ["check-cards.mjs"])
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        StandardOutputEncoding = Encoding.UTF8,
        // The reference formats numbers in the machine's language unless told; ours knows one.
        Environment = { ["LC_ALL"] = "en_US.UTF-8" },
    };

    private static Dictionary<string, ReferenceAnswer> Parse(string lines) => lines
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonSerializer.Deserialize<ReferenceAnswer>(line, JsonSerializerOptions.Web)!)
        .ToDictionary(answer => answer.Id, StringComparer.Ordinal);

    private sealed record Outcome(IReadOnlyDictionary<string, ReferenceAnswer>? Answers, string? Reason);
}

using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupervisorBot.Chat.TeamsApp;
using SupervisorBot.Chat.Tests.Templating;

namespace SupervisorBot.Chat.Tests.TeamsApp;

/// <summary>Microsoft's JSON schemas of manifest and language files, from the npm package @microsoft/app-manifest, over node.</summary>
internal static class ManifestSchema
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    /// <summary>What the schemas find. Without node or the package the test is skipped, and in CI it fails.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(byte[] manifest, IReadOnlyDictionary<string, byte[]> languages)
    {
        var folder = RepositoryRoot.Combine("tests", "reference");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "@microsoft", "app-manifest")))
        {
            Skip("Microsoft's schemas are not installed: npm ci --prefix tests/reference");
        }

        var job = new JsonObject
        {
            ["version"] = TeamsManifest.SchemaVersion,
            ["manifest"] = JsonNode.Parse(manifest),
            ["languages"] = new JsonObject(languages.Select(language => KeyValuePair.Create(language.Key, JsonNode.Parse(language.Value)))),
        };
        return await RunAsync(folder, job);
    }

    private static async Task<IReadOnlyList<string>> RunAsync(string folder, JsonObject job)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("node", ["check-manifest.mjs"])
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                StandardOutputEncoding = Encoding.UTF8,
            },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            Skip("Node is not installed.");
        }

        using var limit = new CancellationTokenSource(s_limit);
        var (answer, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.StandardInput.WriteAsync(job.ToJsonString());
        process.StandardInput.Close();
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<string[]>(await answer)!;
    }

    private static void Skip(string reason)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.Fail(reason);
    }
}

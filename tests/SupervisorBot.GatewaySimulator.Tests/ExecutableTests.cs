using System.Diagnostics;

namespace SupervisorBot.GatewaySimulator.Tests;

public sealed class ExecutableTests
{
    [Fact]
    public async Task The_executable_is_configured_by_arguments_and_environment_and_says_where_everything_is()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var process = Start(["--Simulator:Port=0", "--Simulator:AdminPort=0", $"--Simulator:CertificateFile={file}"]);
        try
        {
            var said = await ReadUntilAsync(process, "Ctrl+C");
            using var client = new HttpClient(Gateway.TrustOnly(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)))
            {
                BaseAddress = new Uri(said["Gateway"]),
            };

            using var request = new HttpRequestMessage(HttpMethod.Put, "onlineagent/1010") { Content = new StringContent("""{"password":"x","phonenum":"881010"}""") };
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var answer = await GatewayAnswer.ReadAsync(response);

            Assert.Equal("0", answer.RetCode);
            Assert.Equal("1010 Ana Ruiz, password x", said["Inspector"]);
            Assert.Equal(file, said["Certificate"]);
            using var admin = new HttpClient();
            Assert.Contains("Ana Ruiz", await admin.GetStringAsync(new Uri(said["Status page"]), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            File.Delete(file);
        }
    }

    [Fact]
    public async Task The_executable_says_in_one_line_why_it_cannot_start()
    {
        using var process = Start(["--Simulator:AuthMode=7"]);

        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("AuthMode", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "SupervisorBot.GatewaySimulator.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["Simulator__Inspectors__0__AgentId"] = "1010";
        start.Environment["Simulator__Inspectors__0__Name"] = "Ana Ruiz";
        start.Environment["Simulator__Inspectors__0__Password"] = "x";
        return Process.Start(start)!;
    }

    private static async Task<Dictionary<string, string>> ReadUntilAsync(Process process, string last)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        Dictionary<string, string> said = [];
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line && !line.StartsWith(last, StringComparison.Ordinal))
        {
            said[line[..13].Trim()] = line[13..];
        }

        return said;
    }
}

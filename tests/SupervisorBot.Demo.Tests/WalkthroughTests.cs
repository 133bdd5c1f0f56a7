using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.Demo.Tests;

public sealed partial class WalkthroughTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_walkthrough_takes_a_call_over_and_prints_the_chat()
    {
        var (exitCode, text) = await RunAsync();

        Assert.True(exitCode == 0, text);
        Assert.DoesNotContain('\u001b', text);
        Assert.Single(InterceptPattern().Matches(text));
        string[] story =
        [
            "Alex Wilber: /signin", "✔ Signed in", "Alex Wilber: /listen", "You are on the call", "Alex Wilber: /intercept",
            "presses [ Choose ]", "Which call do you want to take over?", "Take this call over?", "presses [ Intercept now ]",
            "Call taken over", "talks with the customer", "Alex Wilber: /hangup now", " lasted ", "You are signed out",
        ];
        var from = 0;
        foreach (var part in story)
        {
            var at = text.IndexOf(part, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{part} is missing, or comes too early:\n{text}");
            from = at;
        }
    }

    [Fact]
    public async Task It_runs_on_free_ports_when_the_usual_ones_are_taken()
    {
        List<TcpListener> taken = [];
        try
        {
            foreach (var port in (int[])[DemoPorts.Gateway, DemoPorts.Admin, DemoPorts.Bot])
            {
                var listener = new TcpListener(IPAddress.Loopback, port);
                try
                {
                    listener.Start();
                    taken.Add(listener);
                }
                catch (SocketException)
                {
                    // Somebody else has it, which is as good.
                    listener.Dispose();
                }
            }

            var (exitCode, text) = await RunAsync();

            Assert.True(exitCode == 0, text);
        }
        finally
        {
            taken.ForEach(listener => listener.Dispose());
        }
    }

    [Fact]
    public async Task It_fails_and_says_so_when_the_gateway_refuses_the_intercept()
    {
        using var log = new DemoLog(verbose: false);
        using var output = new StringWriter();
        await using var run = await DemoRun.StartAsync(new DemoOptions { Client = DemoClient.Walkthrough }, log, Ct);
        run.Simulator.Faults.Add(new Fault { Kind = FaultKind.RetCode, Operation = "intercept", RetCode = "900-003" });

        var exitCode = await WalkthroughCommand.RunAsync(run, DemoConsole.Create(output, isTerminal: false), log, Ct);

        Assert.Equal(1, exitCode);
        Assert.Contains("The walkthrough failed. The bot says that the call was not taken over.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("result code 900-003", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_a_client_of_ones_own_the_addresses_are_told_and_everything_ends_when_asked()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await using var output = new FirstLine();
        using var errors = new StringWriter();
        var running = DemoProgram.RunAsync(["--no-client"], output, errors, isTerminal: false, stop.Token);
        var addresses = JsonSerializer.Deserialize<Dictionary<string, string>>(await output.Line.WaitAsync(TimeSpan.FromSeconds(60), Ct))!;
        using var http = new HttpClient();

        Assert.True(Directory.Exists(addresses["folder"]));
        Assert.True(File.Exists(Path.Combine(addresses["folder"], PlaygroundConfig.FileName)));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.GetAsync(new Uri(addresses["messages"]), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(addresses["admin"]), Ct)).StatusCode);

        await stop.CancelAsync();
        Assert.Equal(0, await running);
        Assert.False(Directory.Exists(addresses["folder"]));
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri(addresses["messages"]), Ct));
    }

    [Fact]
    public async Task A_port_that_was_asked_for_and_is_taken_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var output = new StringWriter();

        var exitCode = await DemoProgram.RunAsync(["--walkthrough", $"--port={port}"], output, output, isTerminal: false, Ct);

        Assert.Equal(1, exitCode);
        Assert.Contains($"127.0.0.1:{port}", output.ToString(), StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Text)> RunAsync()
    {
        using var output = new StringWriter();
        var exitCode = await DemoProgram.RunAsync(["--walkthrough"], output, output, isTerminal: false, Ct);
        return (exitCode, output.ToString());
    }

    [GeneratedRegex(@"PUT \S+/qualitycontrol/1001/intercept/\d+/\S+ → result code 0")]
    private static partial Regex InterceptPattern();

    /// <summary>Hands out the first line that is written.</summary>
    private sealed class FirstLine : StringWriter
    {
        private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Line => _line.Task;

        public override Task WriteLineAsync(string? value)
        {
            _line.TrySetResult(value ?? "");
            return Task.CompletedTask;
        }
    }
}

using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.GatewaySimulator;
using SupervisorBot.Tests.Running;

namespace SupervisorBot.Tests.Hosting;

/// <summary>The bot as it is run: a process with environment variables, ended by SIGTERM.</summary>
public sealed class RunningProcessTests
{
    [Fact]
    public async Task Configured_by_its_environment_it_works_and_ends_gracefully_with_everybody_signed_out()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        var stop = TestContext.Current.CancellationToken;
        var certificate = Path.GetTempFileName();
        await using var gateway = await GatewaySimulatorHost.StartAsync(
            new SimulatorOptions { Port = 0, AdminPort = 0, AutonomousLife = false, CertificateFile = certificate }, null, stop);
        await using var connector = await RecordingConnector.StartAsync(stop);
        await using var bot = new BotProcess(LeastSettings.AsEnvironment(
            ("Gateway__BaseAddress", gateway.BaseAddress.ToString()),
            ("Gateway__TrustedCertificates", certificate),
            ("Inspectors__0__Password", gateway.Options.InspectorPassword),
            ("Database__Provider", "Sqlite")));
        var alex = new ChatUser("29:alex", "Alex Wilber", LeastSettings.AlexId);
        var chat = new ChatClient(
            new Uri(await bot.AddressAsync(), "api/messages"), connector, alex, ChatConversation.Personal(connector.PersonalChatOf(alex.Id)));
        await UntilReadyAsync(await bot.AddressAsync(), stop);
        Assert.Equal(200, (await chat.SayAsync("/signin", stop)).Status);
        await chat.WaitForTextAsync("✔ Signed in", TimeSpan.FromSeconds(30));
        Assert.True(gateway.ContactCentre.FindAgent(1001)!.SignedInOverHttp);

        await bot.TerminateAsync();

        Assert.Equal(0, await bot.ExitCodeAsync());
        Assert.False(gateway.ContactCentre.FindAgent(1001)!.SignedInOverHttp);
        Assert.Contains(gateway.RequestLog.Snapshot(), request => request is { Method: "DELETE", AgentId: "1001", RetCode: "0" });
        Assert.DoesNotContain("   at ", bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(gateway.Options.InspectorPassword, bot.Output, StringComparison.Ordinal);
        File.Delete(certificate);
    }

    private static async Task UntilReadyAsync(Uri address, CancellationToken stop)
    {
        using HttpClient http = new();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var answer = await http.GetAsync(new Uri(address, "healthz/ready"), limit.Token);
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(20, limit.Token);
        }
    }
}

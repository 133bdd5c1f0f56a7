using System.Diagnostics;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.GatewaySimulator;
using SupervisorBot.Tests.Running;

namespace SupervisorBot.Tests.Hosting;

/// <summary>The bot as it is run: a process with environment variables, ended by SIGTERM.</summary>
public sealed class RunningProcessTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Configured_by_its_environment_it_works_and_ends_gracefully_and_signs_out_only_where_that_is_set(bool signsOut)
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
            ("Session__SignOutOnStop", signsOut ? "true" : "false"),
            ("Database__Provider", "Sqlite")));
        var alex = new ChatUser("29:alex", "Alex Wilber", LeastSettings.AlexId);
        var chat = new ChatClient(
            new Uri(await bot.ReadyAsync(), "api/messages"), connector, alex, ChatConversation.Personal(connector.PersonalChatOf(alex.Id)));
        Assert.Equal(200, (await chat.SayAsync("/signin", stop)).Status);
        await chat.WaitForTextAsync("✔ Signed in", TimeSpan.FromSeconds(30));
        Assert.True(gateway.ContactCentre.FindAgent(1001)!.SignedInOverHttp);

        await bot.TerminateAsync();

        Assert.Equal(0, await bot.ExitCodeAsync());
        Assert.Equal(!signsOut, gateway.ContactCentre.FindAgent(1001)!.SignedInOverHttp);
        Assert.Equal(signsOut ? 1 : 0, gateway.RequestLog.Snapshot().Count(request => request is { Method: "DELETE", AgentId: "1001", RetCode: "0" }));
        Assert.DoesNotContain("   at ", bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(gateway.Options.InspectorPassword, bot.Output, StringComparison.Ordinal);
        File.Delete(certificate);
    }

    [Fact]
    public async Task It_ends_within_20_seconds_while_gateway_and_chat_hang_in_the_middle_of_an_intercept()
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
            ("Gateway__RequestTimeout", "00:01:00"),
            ("Gateway__InterceptTimeout", "00:01:00"),
            ("Inspectors__0__Password", gateway.Options.InspectorPassword),
            ("Database__Provider", "Sqlite")));
        var alex = new ChatUser("29:alex", "Alex Wilber", LeastSettings.AlexId);
        var address = await bot.ReadyAsync();
        var chat = new ChatClient(new Uri(address, "api/messages"), connector, alex, ChatConversation.Personal(connector.PersonalChatOf(alex.Id)));
        await chat.SayAsync("/signin", stop);
        await chat.WaitForTextAsync("✔ Signed in", TimeSpan.FromSeconds(30));
        await chat.SayAsync($"/intercept 2001 {gateway.ContactCentre.StartCall(2001, "+4915112345678")}", stop);
        var dialog = await chat.WaitForTextAsync("Take this call over?", TimeSpan.FromSeconds(30));
        gateway.Faults.Add(new Fault { Kind = FaultKind.Delay, DelayMilliseconds = 120_000, Times = 1000 });
        connector.Plot(ConnectorFault.AnswerAfter(TimeSpan.FromMinutes(2)), times: 1000);
        await chat.PressAsync(dialog, "Intercept now", ct: stop);
        var told = Stopwatch.GetTimestamp();

        await bot.TerminateAsync();

        await bot.ExitCodeAsync();
        Assert.InRange(Stopwatch.GetElapsedTime(told), TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.DoesNotContain("   at ", bot.Output, StringComparison.Ordinal);
        File.Delete(certificate);
    }
}

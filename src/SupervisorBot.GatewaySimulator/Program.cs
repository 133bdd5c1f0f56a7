using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using SupervisorBot.GatewaySimulator;

var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
var options = configuration.GetSection("Simulator").Get<SimulatorOptions>() ?? new SimulatorOptions();
options.CertificateFile ??= Path.Combine(Path.GetTempPath(), $"supervisorbot-gateway-simulator-{Environment.ProcessId}.pem");

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
using var terminated = System.Runtime.InteropServices.PosixSignalRegistration.Create(
    System.Runtime.InteropServices.PosixSignal.SIGTERM,
    signal =>
    {
        signal.Cancel = true;
        stop.Cancel();
    });

try
{
    await using var simulator = await GatewaySimulatorHost.StartAsync(options, ct: stop.Token);
    Greeting.Write(Console.Out, simulator);
    await Task.Delay(Timeout.Infinite, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    return 0;
}
catch (Exception refused) when (refused is ValidationException or ArgumentException or IOException)
{
    await Console.Error.WriteLineAsync($"The simulator cannot start: {refused.Message}");
    return 1;
}

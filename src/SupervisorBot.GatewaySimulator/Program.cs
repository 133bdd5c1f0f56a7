using System.ComponentModel.DataAnnotations;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Configuration;
using SupervisorBot.GatewaySimulator;

using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}

using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

DirectoryInfo? folder = null;
try
{
    var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
    var options = configuration.GetSection("Simulator").Get<SimulatorOptions>() ?? new SimulatorOptions();
    folder = options.CertificateFile is null ? Directory.CreateTempSubdirectory("gateway-simulator-") : null;
    options.CertificateFile ??= Path.Combine(folder!.FullName, "gateway.pem");
    await using var simulator = await GatewaySimulatorHost.StartAsync(options, ct: stop.Token);
    Greeting.Write(Console.Out, simulator);
    await Task.Delay(Timeout.Infinite, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    return 0;
}
catch (Exception refused) when (refused is ValidationException or ArgumentException or InvalidOperationException or IOException)
{
    await Console.Error.WriteLineAsync($"The simulator cannot start: {refused.Message}");
    return 1;
}
finally
{
    // Nobody has a use for the certificate of a run that has ended.
    folder?.Delete(recursive: true);
}

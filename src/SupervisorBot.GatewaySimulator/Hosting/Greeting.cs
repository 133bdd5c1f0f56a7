using System.Globalization;

namespace SupervisorBot.GatewaySimulator;

/// <summary>What the executable says once it is up: one line a fact.</summary>
internal static class Greeting
{
    public static void Write(TextWriter output, GatewaySimulatorHost simulator)
    {
        var options = simulator.Options;
        output.WriteLine($"Gateway      {simulator.BaseAddress}");
        output.WriteLine($"Status page  {simulator.AdminAddress}");
        output.WriteLine($"Certificate  {options.CertificateFile}");
        foreach (var inspector in Staff.Inspectors(options))
        {
            // The passwords are those of made-up people in a made-up contact centre; a demo must show them.
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Inspector    {inspector.AgentId} {inspector.Name}, password {inspector.Password ?? options.InspectorPassword}"));
        }

        output.WriteLine("Ctrl+C stops it.");
    }
}

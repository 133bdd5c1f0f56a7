using System.Globalization;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.Demo;

/// <summary>The bot's settings in a demo: the same that a user would set in the environment.</summary>
internal static class BotSettings
{
    /// <summary>Settings for a bot in front of a simulator.</summary>
    public static Dictionary<string, string?> For(GatewaySimulatorHost simulator, RunFolder folder, DemoOptions options)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Gateway:BaseAddress"] = simulator.BaseAddress.ToString(),
            ["Gateway:TrustedCertificates"] = simulator.Options.CertificateFile,
            ["Database:Provider"] = "Sqlite",
            ["ConnectionStrings:Supervisor"] = $"Data Source={folder.File("supervisor.db")}",
            // The Playground draws an answer above its question when it comes first.
            ["BotFramework:MinimumReplyDelay"] = options.Client == DemoClient.Walkthrough ? "00:00:00" : "00:00:00.150",
        };
        foreach (var (index, person) in DemoPeople.Inspectors.Index())
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"Inspectors:{index}:");
            settings[at + "EntraObjectId"] = person.EntraObjectId;
            settings[at + "AgentId"] = person.AgentId!.Value.ToString(CultureInfo.InvariantCulture);
            settings[at + "PhoneNumber"] = string.Create(CultureInfo.InvariantCulture, $"88{person.AgentId}");
            settings[at + "DisplayName"] = person.Name;
            settings[at + "Password"] = simulator.Options.InspectorPassword;
        }

        foreach (var (name, value) in options.Settings)
        {
            settings[name] = value;
        }

        return settings;
    }
}

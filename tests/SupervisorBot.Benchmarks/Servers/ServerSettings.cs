using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SupervisorBot.Benchmarks.Chat;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.Benchmarks.Servers;

/// <summary>The settings of a measured server, in a file: the bot's own defaults but for what a run needs.</summary>
internal static class ServerSettings
{
    // It warns that the endpoint is open, which is as it should be here.
    private const string StartupCheck = "SupervisorBot.BotFramework.Hosting.BotFrameworkStartupCheck";

    /// <summary>Writes the settings of a server that knows a gateway.</summary>
    /// <param name="folder">The server's own folder.</param>
    /// <param name="gateway">The gateway.</param>
    /// <param name="people">The bot's inspectors.</param>
    /// <param name="storage">The value of <c>Database:Provider</c>.</param>
    /// <param name="more">Settings that differ from the bot's defaults, by section.</param>
    /// <returns>The file.</returns>
    public static async Task<string> WriteAsync(
        DirectoryInfo folder, GatewaySimulatorHost gateway, IEnumerable<ChatPerson> people, string storage, JsonObject? more = null)
    {
        var certificate = Path.Combine(folder.FullName, "gateway.pem");
        await File.WriteAllTextAsync(certificate, gateway.CertificatePem);
        var settings = more?.DeepClone().AsObject() ?? [];
        settings["Logging"] = new JsonObject
        {
            ["LogLevel"] = new JsonObject { ["Default"] = "Warning", ["Microsoft.Hosting.Lifetime"] = "Warning", [StartupCheck] = "Error" },
        };
        settings["Gateway"] = new JsonObject { ["BaseAddress"] = gateway.BaseAddress.ToString(), ["TrustedCertificates"] = certificate };
        settings["Database"] = new JsonObject { ["Provider"] = storage };
        if (await Storages.ConnectionStringAsync(storage, folder) is { } connection)
        {
            settings["ConnectionStrings"] = new JsonObject { ["Supervisor"] = connection };
        }

        // Nobody writes or presses by hand here.
        settings["Limits"] = new JsonObject { ["UserPerMinute"] = 1_000_000, ["TenantPerSecond"] = 1_000_000 };
        settings["Audit"] = new JsonObject { ["KeyFile"] = await AuditKeyAsync(folder) };
        settings["Inspectors"] = new JsonArray([.. people.Select(person => Inspector(person, gateway.Options.InspectorPassword))]);
        var file = Path.Combine(folder.FullName, "settings.json");
        await File.WriteAllTextAsync(file, settings.ToJsonString());
        return file;
    }

    private static async Task<string> AuditKeyAsync(DirectoryInfo folder)
    {
        var file = Path.Combine(folder.FullName, "audit-key");
        await File.WriteAllTextAsync(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return file;
    }

    private static JsonObject Inspector(ChatPerson person, string password) => new()
    {
        ["EntraObjectId"] = person.EntraObjectId,
        ["AgentId"] = person.AgentId,
        ["PhoneNumber"] = person.Phone,
        ["DisplayName"] = person.Name,
        ["Password"] = password,
    };
}

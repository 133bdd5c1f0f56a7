namespace SupervisorBot.Tests.Running;

/// <summary>The least that the bot starts with in Development.</summary>
internal static class LeastSettings
{
    public const string AlexId = "aaaaaaaa-0000-4000-8000-000000000020";

    public static Dictionary<string, string?> All() => new()
    {
        ["Gateway:BaseAddress"] = "https://127.0.0.1:8043/agentgateway/resource/",
        ["Database:Provider"] = "Memory",
        ["Inspectors:0:EntraObjectId"] = AlexId,
        ["Inspectors:0:AgentId"] = "1001",
        ["Inspectors:0:PhoneNumber"] = "40001",
        ["Inspectors:0:DisplayName"] = "Alex Wilber",
    };

    public static (string Name, string Value)[] AsEnvironment(params (string Name, string Value)[] more) =>
    [
        ("DOTNET_ENVIRONMENT", "Development"),
        ("urls", "http://127.0.0.1:0"),
        .. All().Select(setting => (setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value!)),
        .. more,
    ];
}

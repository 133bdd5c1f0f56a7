using Microsoft.Extensions.Configuration;
using SupervisorBot.Hosting;
using SupervisorBot.Settings;
using SupervisorBot.Tests.Running;

namespace SupervisorBot.Tests.Settings;

/// <summary>Every wrong setting is named, with an example of a right one.</summary>
public sealed class SettingsCheckTests
{
    [Fact]
    public async Task The_least_settings_are_enough() => Assert.Empty(await ProblemsAsync());

    [Theory]
    [InlineData("Gateway:BaseAddress", null, "Gateway:BaseAddress is missing")]
    [InlineData("Gateway:BaseAddress", "http://gateway:8043/agentgateway/resource/", "Gateway:BaseAddress must be an absolute https address")]
    [InlineData("Gateway:TrustedCertificates", "/no/such/file.pem", "Gateway:TrustedCertificates must name a PEM file")]
    [InlineData("Gateway:ReadRetries", "many", "Gateway:ReadRetries cannot be read as a whole number. Example: Gateway:ReadRetries=2")]
    [InlineData("Gateway:RequestTimeout", "00:02:00", "Gateway:RequestTimeout must be from 00:00:01 to 00:01:00. Example: Gateway:RequestTimeout=00:00:10")]
    [InlineData("Inspectors:0:AgentId", "7", "Inspectors:0:AgentId must be from 101 to 999999. Example: Inspectors:0:AgentId=1001")]
    [InlineData("Inspectors:0:AgentId", null, "Inspectors:0:AgentId is missing. Example: Inspectors:0:AgentId=1001")]
    [InlineData("Inspectors:0:AgentId", "Alex", "Inspectors:0:AgentId cannot be read as a whole number")]
    [InlineData("Inspectors:0:DisplayName", null, "Inspectors:0:DisplayName is missing. Example: Inspectors:0:DisplayName=Alex Wilber")]
    [InlineData("Inspectors:0:Password", "0123456789012345678901234567890123456789", "Inspectors:0:Password must have 32 characters at most")]
    [InlineData("AgentTeams:0:WorkNumbers", "2001-2024", "AgentTeams:0:Name is missing. Example: AgentTeams:0:Name=Front desk")]
    [InlineData("MicrosoftAppId", "22222222-2222-4222-8222-222222222222", "MicrosoftAppPassword is missing")]
    [InlineData("Teams:AllowedTenants:0", "contoso.com", "Teams:AllowedTenants:0 must be a tenant's id")]
    [InlineData("Database:Provider", "Oracle", "Database:Provider is 'Oracle'")]
    [InlineData("Interception:ConfirmationLifetime", "60", "Interception:ConfirmationLifetime must be from 00:00:05 to 00:10:00. Example: Interception:ConfirmationLifetime=00:01:00")]
    [InlineData("Interception:TalkingTimeout", "soon", "Interception:TalkingTimeout cannot be read as a span of time")]
    [InlineData("Session:SignOutOnStop", "maybe", "Session:SignOutOnStop cannot be read as true or false. Example: Session:SignOutOnStop=false")]
    [InlineData("Session:PhonePickUp", "00:00:10", "Session:PhonePickUp is not a setting of this program. Did you mean Session:PhonePickupTimeout?")]
    [InlineData("BotFramework:ExpectRepliesLimit", "00:01:00", "BotFramework:ExpectRepliesLimit must be from 00:00:00.1 to 00:00:09.5")]
    [InlineData("BotFramework:OpenIdMetadata", "http://login.botframework.com/keys", "BotFramework:OpenIdMetadata must be an absolute https address. Example: BotFramework:OpenIdMetadata=https://")]
    [InlineData("BotFramework:LoginAuthority", "http://login.example.com", "BotFramework:LoginAuthority must be an absolute https address")]
    [InlineData("BotFramework:AllowedServiceHosts:0", "*", "BotFramework:AllowedServiceHosts must hold hosts")]
    [InlineData("BotFramework:AcceptEmulatorTokens", "true", "BotFramework:AcceptEmulatorTokens needs MicrosoftAppTenantId")]
    [InlineData("BotFramework:Cloud", "Mars", "BotFramework:Cloud cannot be read as what it has to be. Example: BotFramework:Cloud=Public")]
    [InlineData("BotFramework:OpenIdMeta", "https://login.example.com", "BotFramework:OpenIdMeta is not a setting of this program. Did you mean BotFramework:OpenIdMetadata?")]
    [InlineData("BotFramework:HoldLimit", "00:00:01", "BotFramework:HoldLimit must not be shorter")]
    [InlineData("Chat:ReadingLimit", "-00:00:01", "Chat:ReadingLimit must be from")]
    [InlineData("Roster:Interval", "01:00:00", "Roster:Interval must be from")]
    [InlineData("Cluster:Provider", "Consul", "Cluster:Provider is 'Consul': it has to be Localhost or Redis.")]
    [InlineData("Cluster:ProbeTimeout", "00:01:00", "Cluster:ProbeTimeout must be from 00:00:00.2 to 00:00:30. Example: Cluster:ProbeTimeout=00:00:01")]
    [InlineData("Cluster:GatewayPort", "30000", "Cluster:GatewayPort is not a setting of this program. Did you mean Cluster:SiloPort?")]
    [InlineData("Shutdown:Limit", "never", "Shutdown:Limit cannot be read as a span of time")]
    [InlineData("urls", "127.0.0.1:3978", "urls holds '127.0.0.1:3978'")]
    public async Task A_wrong_setting_is_named_once(string name, string? value, string words)
    {
        var problems = await ProblemsAsync((name, value));

        var problem = Assert.Single(problems);
        Assert.StartsWith(words, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_wrong_settings_are_named_at_once()
    {
        var problems = await ProblemsAsync(
            ("Gateway:ReadRetries", "many"), ("Gateway:BaseAddress", "gateway"), ("Inspectors:0:PhoneNumber", null), ("Chat:ReadingLimit", "long"), ("urls", "here"));

        Assert.Equal(
            ["Chat:ReadingLimit", "Gateway:BaseAddress", "Gateway:ReadRetries", "Inspectors:0:PhoneNumber", "urls"],
            problems.Select(problem => problem.Split(' ')[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null, "Sqlite")]
    [InlineData("Sqlite", "Sqlite")]
    [InlineData("memory", "memory")]
    public async Task Several_nodes_over_a_database_of_one_process_do_not_start(string? database, string named)
    {
        var problem = Assert.Single(await ProblemsAsync(
            ("Cluster:Provider", "Redis"), ("ConnectionStrings:Cluster", "127.0.0.1:6379"), ("Database:Provider", database),
            ("ConnectionStrings:Supervisor", $"Data Source={Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())}.db")));

        Assert.StartsWith(
            $"Cluster:Provider=Redis needs a database that every node reaches, and Database:Provider is {named}, which belongs to one process.",
            problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "ConnectionStrings:Cluster is missing")]
    [InlineData("ssl=true,password=secret", "ConnectionStrings:Cluster names no server")]
    [InlineData("127.0.0.1:6379,connectTimeout=secret", "ConnectionStrings:Cluster cannot be read")]
    public async Task The_clusters_Redis_server_is_named_and_its_password_is_not_repeated(string? connection, string words)
    {
        var problems = await ProblemsAsync(
            ("Cluster:Provider", "Redis"), ("ConnectionStrings:Cluster", connection), ("Cluster:AdvertisedAddress", "0.0.0.0"));

        Assert.Single(problems, problem => problem.StartsWith(words, StringComparison.Ordinal));
        Assert.Single(problems, problem => problem.StartsWith("Cluster:AdvertisedAddress is '0.0.0.0'", StringComparison.Ordinal));
        Assert.DoesNotContain(problems, problem => problem.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Development", null, true)]
    [InlineData("Production", null, false)]
    [InlineData("Production", "11111111-1111-4111-8111-111111111111", true)]
    public async Task Any_tenant_is_let_in_in_Development_alone(string environment, string? tenant, bool starts)
    {
        var problems = await ProblemsIn(
            environment,
            ("Teams:AllowedTenants:0", tenant), ("MicrosoftAppId", "22222222-2222-4222-8222-222222222222"), ("MicrosoftAppPassword", "secret"));

        Assert.Equal(starts, problems.Count == 0);
        Assert.All(problems, problem => Assert.StartsWith("Teams:AllowedTenants is empty", problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Outside_Development_a_kept_audit_needs_a_key()
    {
        var problem = Assert.Single(await ProblemsIn(
            "Production",
            ("Teams:AllowedTenants:0", "11111111-1111-4111-8111-111111111111"),
            ("MicrosoftAppId", "22222222-2222-4222-8222-222222222222"),
            ("MicrosoftAppPassword", "secret"),
            ("Database:Provider", "Sqlite"),
            ("ConnectionStrings:Supervisor", $"Data Source={Path.Combine(Path.GetTempPath(), "never-made.db")}")));

        Assert.StartsWith("Audit:Key is missing", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_Development_an_app_id_is_needed()
    {
        var problem = Assert.Single(await ProblemsIn("Staging", ("Teams:AllowedTenants:0", "11111111-1111-4111-8111-111111111111")));

        Assert.StartsWith("MicrosoftAppId is missing, and the environment is Staging", problem, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<string>> ProblemsAsync(params (string Name, string? Value)[] settings) => ProblemsIn("Development", settings);

    private static async Task<IReadOnlyList<string>> ProblemsIn(string environment, params (string Name, string? Value)[] settings)
    {
        var all = LeastSettings.All();
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        await using var app = BotHost.Build([$"--environment={environment}"], builder =>
        {
            builder.Configuration.Sources.Clear();
            builder.Configuration.AddInMemoryCollection(all.Where(setting => setting.Value is not null));
        });
        return SettingsCheck.FindProblems(app.Services);
    }
}

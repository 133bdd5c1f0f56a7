using Microsoft.Extensions.Configuration;
using SupervisorBot.Hosting;
using SupervisorBot.Secrets;
using SupervisorBot.Settings;
using SupervisorBot.Tests.Running;

namespace SupervisorBot.Tests.Secrets;

/// <summary>Secrets come from the environment or from files of their own, never from a settings file.</summary>
public sealed class SecretsCheckTests : IDisposable
{
    private const string Canary = "c4n4ry-of-a-test";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("secrets");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Inspectors:0:Password")]
    [InlineData("MicrosoftAppPassword")]
    [InlineData("DataProtection:CertificatePassword")]
    [InlineData("DataProtection:PreviousCertificatePassword")]
    [InlineData("Kestrel:Certificates:Default:Password")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS")]
    [InlineData("ConnectionStrings:Supervisor", "Host=db;Username=bot;Password=" + Canary)]
    [InlineData("ConnectionStrings:Supervisor", "Host=db;Username=bot;PWD = " + Canary)]
    [InlineData("ConnectionStrings:Cluster", "redis.example.com:6380,ssl=true,password=" + Canary)]
    [InlineData("ConnectionStrings:Other", "amqp://bot:" + Canary + "@queue")]
    public async Task A_secret_in_a_settings_file_refuses_the_start_and_is_named_and_not_repeated(string name, string value = Canary)
    {
        var problem = Assert.Single(await ProblemsAsync("appsettings.Local.json", name, value, "Development"));

        Assert.StartsWith($"{name} stands in appsettings.Local.json", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ConnectionStrings:Supervisor", "Host=db;Username=bot")]
    [InlineData("ConnectionStrings:Supervisor", "Data Source=supervisor.db")]
    [InlineData("Inspectors:0:Password", "")]
    [InlineData("Inspectors:0:DisplayName", "Password Keeper")]
    public async Task What_is_no_secret_may_stand_there(string name, string value) =>
        Assert.DoesNotContain(await ProblemsAsync("appsettings.json", name, value, "Development"), problem => problem.Contains(" stands in ", StringComparison.Ordinal));

    [Theory]
    [InlineData("Development", 0)]
    [InlineData("Staging", 1)]
    public async Task User_secrets_are_for_Development_alone(string environment, int refused) => Assert.Equal(
        refused, (await ProblemsAsync("secrets.json", "Inspectors:0:Password", Canary, environment)).Count(problem => problem.Contains(" stands in ", StringComparison.Ordinal)));

    [Fact]
    public async Task A_file_for_each_secret_is_read_over_everything_else()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "Inspectors__0__Password"), Canary + "\n", TestContext.Current.CancellationToken);
        await using var app = BotHost.Build(["--environment=Development"], builder =>
        {
            builder.Configuration.Sources.Clear();
            builder.Configuration.AddInMemoryCollection(LeastSettings.All());
            builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("Secrets:Directory", _folder.FullName)]);
        });

        Assert.Equal(Canary, app.Configuration["Inspectors:0:Password"]);
        Assert.Empty(SettingsCheck.FindProblems(app.Services));
    }

    [Fact]
    public async Task A_directory_that_is_not_there_is_named()
    {
        await using var app = BotHost.Build(["--environment=Development"], builder =>
        {
            builder.Configuration.Sources.Clear();
            builder.Configuration.AddInMemoryCollection(LeastSettings.All());
            builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("Secrets:Directory", "/no/such/directory")]);
        });

        Assert.StartsWith("Secrets:Directory names '/no/such/directory'", Assert.Single(SettingsCheck.FindProblems(app.Services)), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_sounds_like_a_secret_is_marked_as_one()
    {
        var named = SettingsCatalogue.Sections
            .SelectMany(section => section.Properties.Select(property => (Name: section.NameOf(property), Property: property)))
            // A span or a switch is none, whatever it is about.
            .Where(setting => setting.Property.PropertyType != typeof(TimeSpan) && setting.Property.PropertyType != typeof(bool) && SoundsSecret(setting.Property.Name))
            .ToList();

        Assert.True(named.Count >= 4);
        Assert.All(named, setting => Assert.True(SecretsCheck.IsSecret(setting.Property), $"{setting.Name} sounds like a secret: mark it with [DataType(DataType.Password)]."));
    }

    private static bool SoundsSecret(string name) =>
        ((string[])["Password", "Secret", "Token", "ApiKey", "PrivateKey", "SigningKey", "HmacKey", "Passphrase", "Credential"]).Any(word => name.EndsWith(word, StringComparison.Ordinal))
        || (name.EndsWith("Key", StringComparison.Ordinal) && name is not "PublicKey");

    private async Task<IReadOnlyList<string>> ProblemsAsync(string file, string name, string value, string environment)
    {
        var path = Path.Combine(_folder.FullName, file);
        await File.WriteAllTextAsync(path, System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string> { [name] = value }), TestContext.Current.CancellationToken);
        var least = LeastSettings.All();
        least.Remove(name);
        await using var app = BotHost.Build([$"--environment={environment}"], builder =>
        {
            builder.Configuration.Sources.Clear();
            builder.Configuration.AddInMemoryCollection(least);
            builder.Configuration.AddJsonFile(path);
        });
        return SettingsCheck.FindProblems(app.Services);
    }
}

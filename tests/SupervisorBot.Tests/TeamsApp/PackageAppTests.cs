using System.IO.Compression;
using System.Text.Json;
using SupervisorBot.Tests.Running;

namespace SupervisorBot.Tests.TeamsApp;

/// <summary>The verb that makes the Teams app's package, as an operator runs it.</summary>
public sealed class PackageAppTests : IDisposable
{
    private const string AppId = "8f5e0000-1111-4222-8333-444444444444";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supervisorbot-app-");
    private string _output = "";

    private string File => Path.Combine(_folder.FullName, "app.zip");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Options_and_settings_say_whose_app_it_is()
    {
        Assert.Equal(0, await RunAsync(
            [("Bot__PublicAddress", "https://bot.example.com/"), ("TeamsApp__PrivacyUrl", "https://example.com/privacy")],
            "--app-id", AppId, "--terms=https://example.com/terms", "--output", File, "--TeamsApp:DeveloperName=Example Ltd"));

        Assert.Contains($"{File}: app {AppId}, version 1.0.0, bot at https://bot.example.com/", _output, StringComparison.Ordinal);
        await using var zip = await ZipFile.OpenReadAsync(File, TestContext.Current.CancellationToken);
        await using var stream = await zip.GetEntry("manifest.json")!.OpenAsync(TestContext.Current.CancellationToken);
        using var manifest = await JsonDocument.ParseAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
        var developer = manifest.RootElement.GetProperty("developer");
        Assert.Equal(
            ("Example Ltd", "https://bot.example.com/", "https://example.com/privacy", "https://example.com/terms"),
            (Text(developer, "name"), Text(developer, "websiteUrl"), Text(developer, "privacyUrl"), Text(developer, "termsOfUseUrl")));
        Assert.Equal(AppId, Text(manifest.RootElement, "id"));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_named_and_nothing_is_written()
    {
        Assert.Equal(1, await RunAsync([], "--app-id", "none", "--host", "not a host", "--privacy", "http://example.com/privacy", "--output", File));

        string[] named = ["--app-id", "--host", "--privacy", "--terms"];
        Assert.All(named, option => Assert.Contains(option, _output, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", _output, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task What_is_not_understood_is_answered_with_the_usage()
    {
        Assert.Equal(1, await RunAsync([], "--app", AppId));

        Assert.StartsWith("Usage: SupervisorBot package-app ", _output, StringComparison.Ordinal);
    }

    private async Task<int> RunAsync((string, string)[] environment, params string[] arguments)
    {
        await using BotProcess process = new(["package-app", .. arguments], environment);
        var code = await process.ExitCodeAsync();
        _output = process.Output;
        return code;
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}

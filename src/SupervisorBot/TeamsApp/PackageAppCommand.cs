using System.ComponentModel.DataAnnotations;
using SupervisorBot.Auditing;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.Chat.TeamsApp;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.TeamsApp;

/// <summary>The verb of the command line that makes the package of the Teams app, with the bot's own settings where an option is left out.</summary>
internal static class PackageAppCommand
{
    private const string Verb = "package-app";
    private const string AppId = "--app-id";
    private const string Host = "--host";
    private const string Privacy = "--privacy";
    private const string Terms = "--terms";
    private const string Website = "--website";
    private const string Output = "--output";
    private const string UsualOutput = "SupervisorBot.zip";
    private const int Wrong = 1;

    /// <summary>Runs the verb.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>The exit code: 0 where the package was written, and 1 otherwise; null where the command line does not name the verb.</returns>
    public static async Task<int?> TryRunAsync(string[] args)
    {
        if (args is not [Verb, ..])
        {
            return null;
        }

        if (!AuditArguments.TryRead(args.AsSpan(1), [AppId, Host, Privacy, Terms, Website, Output], out var arguments))
        {
            await Console.Error.WriteLineAsync(
                $"Usage: SupervisorBot {Verb} [{AppId} <id>] [{Host} <name>] [{Privacy} <https address>] [{Terms} <https address>] [{Website} <https address>] [{Output} <file>] [--Section:Name=value]");
            return Wrong;
        }

        // The settings are found as the bot finds them.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments.Settings, ContentRootPath = AppContext.BaseDirectory });
        if (Identify(arguments.Options, builder.Configuration, out var problems) is not { } app)
        {
            foreach (var problem in problems)
            {
                await Console.Error.WriteLineAsync(problem);
            }

            return Wrong;
        }

        var file = Path.GetFullPath(arguments.Options.GetValueOrDefault(Output, UsualOutput));
        try
        {
            await File.WriteAllBytesAsync(file, TeamsAppPackage.Make(app));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{file} cannot be written: name another one with {Output}.");
            return Wrong;
        }

        await Console.Out.WriteLineAsync($"{file}: app {app.AppId}, version {app.Version}, bot at https://{app.HostName}/");
        return 0;
    }

    private static TeamsAppIdentity? Identify(IReadOnlyDictionary<string, string> given, ConfigurationManager configuration, out List<string> problems)
    {
        var options = configuration.GetSection(TeamsAppOptions.SectionName).Get<TeamsAppOptions>() ?? new TeamsAppOptions();
        var address = configuration.GetSection(PublicAddressOptions.SectionName).Get<PublicAddressOptions>()?.PublicAddress;
        List<ValidationResult> invalid = [];
        Validator.TryValidateObject(options, new ValidationContext(options), invalid, validateAllProperties: true);
        problems = [.. invalid.Select(result => $"{TeamsAppOptions.SectionName}: {result.ErrorMessage}")];

        var id = given.GetValueOrDefault(AppId) ?? configuration[nameof(BotFrameworkOptions.MicrosoftAppId)];
        if (!Guid.TryParse(id, out var appId) || appId == Guid.Empty)
        {
            problems.Add($"The id of the bot's app registration is missing or is no id: {AppId} 8f5e0000-…, or the setting {nameof(BotFrameworkOptions.MicrosoftAppId)}.");
        }

        var host = given.GetValueOrDefault(Host) ?? address?.IdnHost;
        if (host is null || Uri.CheckHostName(host) != UriHostNameType.Dns || !host.Contains('.', StringComparison.Ordinal))
        {
            problems.Add($"The name of the bot's host is missing or is none: {Host} bot.example.com, or the setting Bot:PublicAddress.");
        }

        var privacy = AddressOf(given, Privacy, options.PrivacyUrl, nameof(TeamsAppOptions.PrivacyUrl), problems);
        var terms = AddressOf(given, Terms, options.TermsOfUseUrl, nameof(TeamsAppOptions.TermsOfUseUrl), problems);
        var website = AddressOf(given, Website, options.WebsiteUrl ?? new Uri($"https://{(problems.Count == 0 ? host : "localhost")}/"), nameof(TeamsAppOptions.WebsiteUrl), problems);
        return problems.Count == 0 ? new TeamsAppIdentity(appId, host!.ToLowerInvariant(), options.DeveloperName, website!, privacy!, terms!, options.Version) : null;
    }

    private static Uri? AddressOf(IReadOnlyDictionary<string, string> given, string option, Uri? setting, string name, List<string> problems)
    {
        var address = given.TryGetValue(option, out var text) ? Uri.TryCreate(text, UriKind.Absolute, out var read) ? read : null : setting;
        if (address is { IsAbsoluteUri: true } && address.Scheme == Uri.UriSchemeHttps)
        {
            return address;
        }

        problems.Add($"An https address is missing: {option} https://example.com/…, or the setting {TeamsAppOptions.SectionName}:{name}.");
        return null;
    }
}

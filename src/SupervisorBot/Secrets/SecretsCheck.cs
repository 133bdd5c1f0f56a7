using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration.Json;
using SupervisorBot.Settings;

namespace SupervisorBot.Secrets;

/// <summary>
/// Finds secrets that stand in a settings file, which is copied, backed up and put under version control as secrets are not. A secret is a member of a class of options
/// with <c>[DataType(DataType.Password)]</c>, a connection string with a password, and what ASP.NET Core and OpenTelemetry take as one.
/// </summary>
internal static partial class SecretsCheck
{
    private const string UserSecrets = "secrets.json";

    /// <summary>Whether a member is a secret.</summary>
    public static bool IsSecret(PropertyInfo property) => property.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.Password;

    /// <summary>Looks through the settings files.</summary>
    /// <param name="configuration">The whole configuration, with where each part of it comes from.</param>
    /// <param name="isDevelopment">Whether user secrets are allowed.</param>
    /// <returns>A sentence for each secret; no secret in it.</returns>
    public static IEnumerable<string> FindProblems(IConfigurationRoot configuration, bool isDevelopment)
    {
        var files = configuration.Providers.OfType<JsonConfigurationProvider>().Where(file => !(isDevelopment && file.Source.Path == UserSecrets)).ToList();
        return from name in Names(configuration).Distinct(StringComparer.OrdinalIgnoreCase)
               from file in files
               where file.TryGet(name, out var value) && IsGiven(name, value)
               select $"{name} stands in {Path.GetFileName(file.Source.Path)}: a secret belongs into the environment ({name.Replace(":", "__", StringComparison.Ordinal)}), "
                   + $"into a file under {SecretOptions.Section}:{nameof(SecretOptions.Directory)}, or in Development into user secrets. Take it out of that file, and replace it where others may have seen it.";
    }

    private static IEnumerable<string> Names(IConfiguration configuration) => SettingsCatalogue.Sections
        .SelectMany(section => section.Properties.Where(IsSecret).SelectMany(property => Entries(configuration, section).Select(entry => section.NameOf(property, entry))))
        .SelectMany(name => configuration.GetSection(name).GetChildren().Select(item => item.Path).Prepend(name))
        .Concat(configuration.AsEnumerable().Select(setting => setting.Key).Where(IsOfOthers));

    private static IEnumerable<string> Entries(IConfiguration configuration, SettingsSection section) =>
        section.IsList ? configuration.GetSection(section.Path).GetChildren().Select(child => child.Key) : [""];

    private static bool IsOfOthers(string name) =>
        name.StartsWith("ConnectionStrings:", StringComparison.OrdinalIgnoreCase)
        || (name.StartsWith("Kestrel:", StringComparison.OrdinalIgnoreCase) && name.EndsWith(":Password", StringComparison.OrdinalIgnoreCase))
        || (name.StartsWith("OTEL_EXPORTER_", StringComparison.OrdinalIgnoreCase) && name.EndsWith("_HEADERS", StringComparison.OrdinalIgnoreCase));

    private static bool IsGiven(string name, string? value) =>
        !string.IsNullOrEmpty(value) && (!name.StartsWith("ConnectionStrings:", StringComparison.OrdinalIgnoreCase) || Password().IsMatch(value));

    // In the words of Npgsql, SQLite and StackExchange.Redis, and in a URL.
    [GeneratedRegex(@"(^|[;,\s])(password|passwd|pwd)\s*=\s*[^;,\s]|://[^/@\s]*:[^/@\s]+@", RegexOptions.IgnoreCase)]
    private static partial Regex Password();
}

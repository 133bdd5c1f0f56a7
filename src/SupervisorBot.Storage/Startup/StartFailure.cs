using Microsoft.Extensions.Options;

namespace SupervisorBot.Storage.Startup;

/// <summary>Says why the database cannot be used, after the name of the setting that names it.</summary>
internal static class StartFailure
{
    public const string Setting = $"ConnectionStrings:{DatabaseOptions.ConnectionStringName}";

    public static OptionsValidationException Of(string sentence) => new(DatabaseOptions.SectionName, typeof(DatabaseOptions), [$"{Setting} {sentence}"]);
}

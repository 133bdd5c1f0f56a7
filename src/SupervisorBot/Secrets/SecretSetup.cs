using Microsoft.Extensions.Options;

namespace SupervisorBot.Secrets;

/// <summary>Reads secrets from files.</summary>
internal static class SecretSetup
{
    /// <summary>Adds the directory's files to the configuration, over everything that was read before.</summary>
    public static void AddSecrets(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SecretOptions>().Bind(builder.Configuration.GetSection(SecretOptions.Section)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<SecretOptions>, SecretOptions>();
        if (builder.Configuration[$"{SecretOptions.Section}:{nameof(SecretOptions.Directory)}"] is { Length: > 0 } directory && Directory.Exists(directory))
        {
            builder.Configuration.AddKeyPerFile(Path.GetFullPath(directory), optional: true);
        }
    }
}

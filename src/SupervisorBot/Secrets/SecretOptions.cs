using Microsoft.Extensions.Options;

namespace SupervisorBot.Secrets;

/// <summary>Where secrets come from beside the environment, from the configuration section <c>Secrets</c>.</summary>
internal sealed class SecretOptions : IValidateOptions<SecretOptions>
{
    /// <summary>The configuration section's name.</summary>
    public const string Section = "Secrets";

    /// <summary>
    /// A directory with a file for each secret, as containers mount them: the file's name is the setting's, with <c>__</c> for each colon
    /// (<c>Inspectors__0__Password</c>), and its text the value. Null (default): none.
    /// </summary>
    public string? Directory { get; set; }

    public ValidateOptionsResult Validate(string? name, SecretOptions options) =>
        string.IsNullOrEmpty(options.Directory) || System.IO.Directory.Exists(options.Directory)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{Section}:{nameof(Directory)} names '{options.Directory}', which is no directory. Example: {Section}:{nameof(Directory)}=/run/secrets");
}

using Microsoft.Extensions.Options;

namespace SupervisorBot.Storage.Keys;

/// <summary>Checks that the certificates can be used.</summary>
internal sealed class KeyProtectionOptionsValidator : IValidateOptions<KeyProtectionOptions>
{
    public ValidateOptionsResult Validate(string? name, KeyProtectionOptions options)
    {
        var problems = Certificates.Find(options, out var current, out var previous);
        current?.Dispose();
        previous?.Dispose();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}

using System.Net;
using Microsoft.Extensions.Options;

namespace SupervisorBot.SignInPage;

/// <summary>What the ranges of single settings cannot say.</summary>
internal sealed class SignInPageOptionsCheck : IValidateOptions<SignInPageOptions>
{
    private const string Name = $"{SignInPageOptions.SectionName}:{nameof(SignInPageOptions.KnownProxies)}";

    public ValidateOptionsResult Validate(string? name, SignInPageOptions options)
    {
        List<string> failures =
        [
            .. options.KnownProxies
                .Select((proxy, index) => (proxy, index))
                .Where(entry => !IPAddress.TryParse(entry.proxy, out _))
                .Select(entry => $"{Name}:{entry.index} must be an IP address. Example: {Name}:0=10.0.0.5"),
        ];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}

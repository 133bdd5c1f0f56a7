using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Hosting;

namespace SupervisorBot.BotFramework.Authentication.Clouds;

/// <summary>What is trusted is read over https alone, and names what it has to.</summary>
internal sealed class ChannelTokenOptionsCheck(IConfiguration configuration) : IValidateOptions<ChannelTokenOptions>
{
    private const string Section = ChannelTokenOptions.Section;

    public ValidateOptionsResult Validate(string? name, ChannelTokenOptions options)
    {
        List<string> failures = [];
        CloudEndpoints cloud = CloudEndpoints.Of(options.Cloud);
        if (!IsEmptyOrHttps(options.OpenIdMetadata))
        {
            failures.Add($"{Section}:OpenIdMetadata must be an absolute https address. Example: {Section}:OpenIdMetadata={cloud.OpenIdMetadata}");
        }

        if (!IsEmptyOrHttps(options.LoginAuthority))
        {
            failures.Add($"{Section}:LoginAuthority must be an absolute https address. Example: {Section}:LoginAuthority={cloud.LoginAuthority}");
        }

        failures.AddRange(options.AllowedServiceHosts
            .Where(static host => !IsHostPattern(host))
            .Select((_, index) => $"{Section}:AllowedServiceHosts must hold hosts, or *. and a domain of two names or more. "
                + $"Example: {Section}:AllowedServiceHosts:{index}={cloud.ServiceHosts[0]}"));
        if (options.KeyMaximumAge < options.KeyRefreshInterval)
        {
            failures.Add($"{Section}:KeyMaximumAge must not be shorter than {Section}:KeyRefreshInterval, or there would be times without keys.");
        }

        if (options.AcceptEmulatorTokens && !Guid.TryParse(configuration[nameof(BotFrameworkOptions.MicrosoftAppTenantId)], out _))
        {
            failures.Add($"{Section}:AcceptEmulatorTokens needs MicrosoftAppTenantId, the tenant's id, like MicrosoftAppTenantId=00000000-0000-0000-0000-000000000000.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsEmptyOrHttps(string? address) =>
        string.IsNullOrWhiteSpace(address)
        || (Uri.TryCreate(address.Trim(), UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttps && uri is { UserInfo: "", Query: "", Fragment: "" });

    private static bool IsHostPattern(string host)
    {
        bool isDomain = host.StartsWith("*.", StringComparison.Ordinal);
        string name = isDomain ? host[2..] : host;
        return isDomain
            ? name.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(name) == UriHostNameType.Dns
            : Uri.CheckHostName(name) != UriHostNameType.Unknown || IPAddress.TryParse(name.Trim('[', ']'), out _);
    }
}

using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using SupervisorBot.Gateway.Push;

namespace SupervisorBot.Gateway;

/// <summary>Checks <see cref="GatewayOptions"/> and names each wrong or missing setting with an example.</summary>
public sealed class GatewayOptionsValidator : IValidateOptions<GatewayOptions>
{
    private const string ResourcePath = "/agentgateway/resource/";
    private const int LongestSkillList = 100;

    /// <summary>Checks the options.</summary>
    /// <param name="name">The name of the options; not used.</param>
    /// <param name="options">The options.</param>
    /// <returns>Success, or every setting that is wrong.</returns>
    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> failures =
        [
            .. CheckBaseAddress(options.BaseAddress),
            .. CheckBackup(options),
            .. CheckPush(options),
            .. CheckCertificates(options.TrustedCertificates),
            .. CheckRanges(options),
            .. CheckPauses(options),
            .. CheckSkills(options.ResetSkills),
        ];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> CheckBaseAddress(Uri? address)
    {
        const string Example = "https://gateway.example.com:8043/agentgateway/resource/";
        return address is null ? [$"Gateway:BaseAddress is missing. Example: {Example}"] : CheckAddress("BaseAddress", address, Example);
    }

    private static IEnumerable<string> CheckAddress(string setting, Uri address, string example)
    {
        if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps)
        {
            yield return $"Gateway:{setting} must be an absolute https address. Example: {example}";
        }
        else if (!(address.AbsolutePath.TrimEnd('/') + "/").EndsWith(ResourcePath, StringComparison.Ordinal) || CarriesMore(address))
        {
            yield return $"Gateway:{setting} must end in {ResourcePath} and carry no user, query or fragment. Example: {example}";
        }
    }

    private static IEnumerable<string> CheckBackup(GatewayOptions options)
    {
        const string Example = "https://gateway2.example.com:8043/agentgateway/resource/";
        if (options.BackupBaseAddress is not { } backup)
        {
            return [];
        }

        return options.BaseAddress is { IsAbsoluteUri: true } first && backup.IsAbsoluteUri && first.AbsoluteUri.TrimEnd('/') == backup.AbsoluteUri.TrimEnd('/')
            ? [$"Gateway:BackupBaseAddress must be another address than Gateway:BaseAddress. Example: {Example}"]
            : CheckAddress("BackupBaseAddress", backup, Example);
    }

    private static IEnumerable<string> CheckPush(GatewayOptions options)
    {
        const string Example = "https://bot.example.com/";
        if (!Enum.IsDefined(options.EventDelivery))
        {
            yield return "Gateway:EventDelivery must be Polling or Push. Example: Polling";
        }

        if (options.CallbackBaseAddress is not { } address)
        {
            if (options.EventDelivery == EventDelivery.Push)
            {
                yield return $"Gateway:CallbackBaseAddress is missing, and Gateway:EventDelivery=Push needs it. Example: {Example}";
            }
        }
        else if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps || CarriesMore(address))
        {
            yield return $"Gateway:CallbackBaseAddress must be an absolute https address and carry no user, query or fragment. Example: {Example}";
        }
        else if (PushSecret.LongestCallbackUnder(address) > PushTarget.LongestCallback)
        {
            yield return $"Gateway:CallbackBaseAddress is too long: the callbacks under it would exceed {PushTarget.LongestCallback} characters. Example: {Example}";
        }
    }

    private static bool CarriesMore(Uri address) => address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0;

    private static IEnumerable<string> CheckCertificates(string? path)
    {
        const string Example = "/etc/supervisorbot/gateway-ca.pem";
        if (string.IsNullOrEmpty(path))
        {
            yield break;
        }

        if (CountCertificates(path) == 0)
        {
            yield return $"Gateway:TrustedCertificates must name a PEM file that can be read and holds at least one certificate. Example: {Example}";
        }
    }

    private static int CountCertificates(string path)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(path);
            return certificates.Count;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return 0;
        }
        finally
        {
            foreach (var certificate in certificates)
            {
                certificate.Dispose();
            }
        }
    }

    /// <summary>The ranges stand at the options themselves; each default is the example.</summary>
    private static IEnumerable<string> CheckRanges(GatewayOptions options)
    {
        var defaults = new GatewayOptions();
        foreach (var property in typeof(GatewayOptions).GetProperties())
        {
            if (property.GetCustomAttribute<RangeAttribute>() is { } range && !range.IsValid(property.GetValue(options)))
            {
                yield return $"Gateway:{property.Name} must be from {range.Minimum} to {range.Maximum}. Example: {property.GetValue(defaults)}";
            }
        }
    }

    private static IEnumerable<string> CheckPauses(GatewayOptions options)
    {
        if (options.PollPauseMaximum < options.PollPauseMinimum)
        {
            yield return $"Gateway:PollPauseMaximum must not be under Gateway:PollPauseMinimum ({options.PollPauseMinimum:c}). Example: 00:00:00.500";
        }
    }

    private static IEnumerable<string> CheckSkills(IReadOnlyList<string> skills)
    {
        const string Example = "Gateway:ResetSkills:0=12, or Gateway:ResetSkills:0=all";
        if (skills.Any(string.IsNullOrWhiteSpace) || skills.Any(static skill => skill.Contains(';', StringComparison.Ordinal))
            || string.Join(';', skills).Length > LongestSkillList)
        {
            yield return $"Gateway:ResetSkills must be skill ids, together at most {LongestSkillList} characters, or the single entry \"all\". Example: {Example}";
        }
        else if (skills.Count > 1 && skills.Contains("all", StringComparer.OrdinalIgnoreCase))
        {
            yield return $"Gateway:ResetSkills must hold \"all\" alone or not at all. Example: {Example}";
        }
    }
}

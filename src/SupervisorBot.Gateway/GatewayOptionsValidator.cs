using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

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
            .. CheckCertificates(options.TrustedCertificates),
            .. CheckTime(nameof(GatewayOptions.RequestTimeout), options.RequestTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), "00:00:10"),
            .. CheckTime(nameof(GatewayOptions.InterceptTimeout), options.InterceptTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), "00:00:15"),
            .. CheckTime(nameof(GatewayOptions.PollTimeout), options.PollTimeout, TimeSpan.FromSeconds(11), TimeSpan.FromMinutes(2), "00:00:20"),
            .. CheckTime(nameof(GatewayOptions.ConnectTimeout), options.ConnectTimeout, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(30), "00:00:05"),
            .. CheckTime(nameof(GatewayOptions.PollPauseMinimum), options.PollPauseMinimum, TimeSpan.Zero, TimeSpan.FromSeconds(10), "00:00:00.200"),
            .. CheckTime(nameof(GatewayOptions.PollPauseMaximum), options.PollPauseMaximum, options.PollPauseMinimum, TimeSpan.FromSeconds(10), "00:00:00.500"),
            .. CheckTime(nameof(GatewayOptions.GuidMaximumAge), options.GuidMaximumAge, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(110), "00:00:45"),
            .. CheckNumber(nameof(GatewayOptions.ReadRetries), options.ReadRetries, 0, 5, 2),
            .. CheckNumber(nameof(GatewayOptions.RosterConcurrency), options.RosterConcurrency, 1, 32, 4),
            .. CheckSkills(options.ResetSkills),
        ];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> CheckBaseAddress(Uri? address)
    {
        const string Example = "https://gateway.example.com:8043/agentgateway/resource/";
        if (address is null)
        {
            yield return $"Gateway:BaseAddress is missing. Example: {Example}";
        }
        else if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps)
        {
            yield return $"Gateway:BaseAddress must be an absolute https address. Example: {Example}";
        }
        else if (!(address.AbsolutePath.TrimEnd('/') + "/").EndsWith(ResourcePath, StringComparison.Ordinal)
            || address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            yield return $"Gateway:BaseAddress must end in {ResourcePath} and carry no user, query or fragment. Example: {Example}";
        }
    }

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

    private static IEnumerable<string> CheckTime(string setting, TimeSpan value, TimeSpan from, TimeSpan to, string example)
    {
        if (value < from || value > to)
        {
            yield return $"Gateway:{setting} must be from {from:c} to {to:c}. Example: {example}";
        }
    }

    private static IEnumerable<string> CheckNumber(string setting, int value, int from, int to, int example)
    {
        if (value < from || value > to)
        {
            yield return $"Gateway:{setting} must be from {from} to {to}. Example: {example}";
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

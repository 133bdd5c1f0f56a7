using Microsoft.AspNetCore.Http;

namespace SupervisorBot.Settings;

/// <summary>Checks the addresses to listen on (<c>urls</c>), which are ASP.NET Core's own setting.</summary>
internal static class UrlsCheck
{
    private const string Example = "urls=http://127.0.0.1:3978";

    public static IEnumerable<string> FindProblems(IConfiguration configuration) =>
        from url in (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        where !IsAddress(url)
        select $"urls holds '{url}', which is no http or https address to listen on. Example: {Example}";

    private static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme.ToUpperInvariant() is "HTTP" or "HTTPS" && address.PathBase.Length == 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

namespace SupervisorBot.BotFramework.Authentication;

/// <summary>The HTTP client for OpenID documents and for the login service. Certificates are verified with the system's trust.</summary>
internal static class IdentityHttp
{
    /// <summary>The name of the HTTP client.</summary>
    public const string ClientName = "SupervisorBot.Identity";

    /// <summary>The biggest answer that is read, in bytes.</summary>
    public const int MostBytes = 1024 * 1024;

    // No redirect: what is trusted comes from the address that was named, and a secret goes nowhere else.
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}

namespace SupervisorBot.BotFramework.Authentication.Clouds;

/// <summary>Whom a bot in a cloud trusts, where it logs in, and where it may send its token.</summary>
/// <param name="OpenIdMetadata">The OpenID document that names the keys with which the channel signs.</param>
/// <param name="Issuer">Who issues the channel's tokens.</param>
/// <param name="LoginAuthority">The login service, without a tenant and without a trailing slash.</param>
/// <param name="Scope">What the bot's own token is for, ending in <c>/.default</c>.</param>
/// <param name="SharedTenant">The tenant in which multi-tenant bots log in.</param>
/// <param name="FirstVersionIssuer">The start of the issuer of a tenant's tokens of version 1.0; the tenant and a slash follow.</param>
/// <param name="ExchangeAudience">What a managed identity's token is for when it proves an app registration's identity.</param>
/// <param name="ServiceHosts">The hosts of service URLs; <c>*.</c> in front stands for every name below.</param>
internal sealed record CloudEndpoints(
    Uri OpenIdMetadata,
    string Issuer,
    string LoginAuthority,
    string Scope,
    string SharedTenant,
    string FirstVersionIssuer,
    string ExchangeAudience,
    IReadOnlyList<string> ServiceHosts)
{
    private const string Default = "/.default";

    private static readonly CloudEndpoints s_public = new(
        new("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        "https://api.botframework.com",
        "https://login.microsoftonline.com",
        "https://api.botframework.com/.default",
        "botframework.com",
        "https://sts.windows.net/",
        "api://AzureADTokenExchange",
        // Anybody can have a name below trafficmanager.net, so that host stands alone.
        ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "*.botframework.com"]);

    private static readonly CloudEndpoints s_usGovernment = new(
        new("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        "https://api.botframework.us",
        "https://login.microsoftonline.us",
        "https://api.botframework.us/.default",
        "MicrosoftServices.onmicrosoft.us",
        "https://sts.windows.net/",
        "api://AzureADTokenExchangeUSGov",
        ["smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us", "*.botframework.azure.us"]);

    private static readonly CloudEndpoints s_china = new(
        new("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
        "https://api.botframework.azure.cn",
        "https://login.partner.microsoftonline.cn",
        "https://api.botframework.azure.cn/.default",
        "microsoftservices.partner.onmschina.cn",
        "https://sts.chinacloudapi.cn/",
        "api://AzureADTokenExchangeChina",
        ["*.teams.microsoft.cn", "*.botframework.azure.cn"]);

    /// <summary>The scope as a managed identity is asked for it.</summary>
    public string Resource => Scope[..^Default.Length];

    /// <summary>What is configured, and the cloud's own values for what is not.</summary>
    public static CloudEndpoints From(ChannelTokenOptions options)
    {
        CloudEndpoints cloud = Of(options.Cloud);
        return cloud with
        {
            OpenIdMetadata = Text(options.OpenIdMetadata) is { } metadata ? new Uri(metadata) : cloud.OpenIdMetadata,
            Issuer = Text(options.Issuer) ?? cloud.Issuer,
            LoginAuthority = (Text(options.LoginAuthority) ?? cloud.LoginAuthority).TrimEnd('/'),
            Scope = WithDefault(Text(options.Scope) ?? cloud.Scope),
            ServiceHosts = options.AllowedServiceHosts.Count > 0 ? [.. options.AllowedServiceHosts] : cloud.ServiceHosts,
        };
    }

    public static CloudEndpoints Of(BotFrameworkCloud cloud) => cloud switch
    {
        BotFrameworkCloud.USGovernment => s_usGovernment,
        BotFrameworkCloud.China => s_china,
        _ => s_public,
    };

    // Bot Framework's own settings name the scope without its ending.
    private static string WithDefault(string scope) => scope.EndsWith(Default, StringComparison.Ordinal) ? scope : scope.TrimEnd('/') + Default;

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

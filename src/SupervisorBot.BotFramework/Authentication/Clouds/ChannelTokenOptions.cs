using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.BotFramework.Authentication.Clouds;

/// <summary>Whose tokens are believed, where the bot logs in, and who is sent its token, from the configuration section <c>BotFramework</c>.</summary>
public sealed class ChannelTokenOptions
{
    /// <summary>The configuration section's name.</summary>
    public const string Section = "BotFramework";

    /// <summary>
    /// The cloud in which the bot is registered: <c>Public</c> (default), <c>USGovernment</c> or <c>China</c> (21Vianet). It chooses what the next five settings
    /// are where they are not set.
    /// </summary>
    [EnumDataType(typeof(BotFrameworkCloud))]
    public BotFrameworkCloud Cloud { get; set; }

    /// <summary>
    /// The https address of the OpenID document that names the channel's signing keys. Null (default): the cloud's,
    /// <c>https://login.botframework.com/v1/.well-known/openidconfiguration</c> in the public one.
    /// </summary>
    public string? OpenIdMetadata { get; set; }

    /// <summary>Who issues the channel's tokens. Null (default): the cloud's, <c>https://api.botframework.com</c> in the public one.</summary>
    public string? Issuer { get; set; }

    /// <summary>
    /// The https address of the login service that gives the bot its own token, without the tenant. Null (default): the cloud's,
    /// <c>https://login.microsoftonline.com</c> in the public one.
    /// </summary>
    public string? LoginAuthority { get; set; }

    /// <summary>What the bot's own token is asked for. Null (default): the cloud's, <c>https://api.botframework.com/.default</c> in the public one.</summary>
    public string? Scope { get; set; }

    /// <summary>
    /// The hosts to which the bot sends its token: a host, or <c>*.</c> and a domain for every host below it. None (default): the cloud's,
    /// <c>smba.trafficmanager.net</c>, <c>smba.infra.gcc.teams.microsoft.com</c> and <c>*.botframework.com</c> in the public one. Activities that come from elsewhere
    /// are refused. Without an app id there is no token, and the list is not used.
    /// </summary>
    public IList<string> AllowedServiceHosts { get; } = [];

    /// <summary>How far the channel's clock and the bot's may be apart when a token's lifetime is judged; 5 min, 0 to 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan TokenClockSkew { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest accepted token, in characters; 8,192, 1,024 to 28,672.</summary>
    [Range(1024, 28 * 1024)]
    public int MaxTokenLength { get; set; } = 8192;

    /// <summary>
    /// Whether tokens of the bot's own registration are accepted besides the channel's, as the Bot Framework Emulator sends them: issued by the login service for
    /// <c>MicrosoftAppTenantId</c>, to and for <c>MicrosoftAppId</c>. Who holds the bot's secret can then speak for anybody; leave it off in production.
    /// </summary>
    public bool AcceptEmulatorTokens { get; set; }

    /// <summary>How often the signing keys are read anew; 12 h, 5 min to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00")]
    public TimeSpan KeyRefreshInterval { get; set; } = TimeSpan.FromHours(12);

    /// <summary>A token signed with a key that is not known has the keys read anew, but not more often than this; 5 min, 1 s to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan UnknownKeyInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The wait before the keys are read again after they could not be read; 10 s, 100 ms to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan KeyRetryInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long keys are used when they cannot be read anew; 2 days, 10 min to 5 days. After that every activity is refused.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "5.00:00:00")]
    public TimeSpan KeyMaximumAge { get; set; } = TimeSpan.FromDays(2);

    /// <summary>A reading of the keys ends within this; 8 s, 100 ms to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan KeyReadLimit { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>
    /// The bot's own token is renewed when it is valid for less than this; 10 min, 0 to 50 min. The old one is used meanwhile. A token that lives for less than twice
    /// as long is renewed in the middle of its life.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:50:00")]
    public TimeSpan TokenRenewal { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The login service has to give a token within this; 10 s, 100 ms to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan TokenLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The wait before the login service is asked again after it gave no token; 2 s, 0 to 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan TokenRetryInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>A token that the connector refuses (401) is replaced and the call made once more, but not more often than this; 1 min, 0 to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan RefusedTokenInterval { get; set; } = TimeSpan.FromMinutes(1);
}

using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace SupervisorBot.ConnectorSimulator.Identity;

/// <summary>
/// The identity services around a bot on this machine, over HTTPS under a private authority: the channel's OpenID document with its endorsed keys, and a login service
/// with an OpenID document for each tenant, the client credentials grant, and the endpoint of a managed identity as App Service has it.
/// </summary>
public sealed class IdentityProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly PrivateAuthority _authority = new();
    private readonly Lock _gate = new();
    private readonly List<TokenRequest> _requests = [];
    private readonly List<IdentityKey> _made = [];
    private IReadOnlyList<IdentityKey> _published;
    private int _reads;

    private IdentityProvider()
    {
        ChannelKey = Make("channel-1", ["msteams", "webchat"]);
        LoginKey = Make("login-1", null);
        _published = [ChannelKey];
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_authority.Served)));
        builder.WebHost.UseKestrelHttpsConfiguration().UseShutdownTimeout(TimeSpan.Zero);
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    /// <summary>The base address, without a trailing slash: what a bot's login authority is set to.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The OpenID document of the channel.</summary>
    public string OpenIdMetadata => $"{Address}/v1/.well-known/openidconfiguration";

    /// <summary>Who issues the channel's tokens.</summary>
    public string Issuer => $"{Address}/channel";

    /// <summary>The authority's certificate in PEM, for those who shall trust it.</summary>
    public string AuthorityPem => _authority.Pem;

    /// <summary>The channel's key: published, and endorsed for Teams.</summary>
    public IdentityKey ChannelKey { get; private set; }

    /// <summary>All keys of the channel that are published.</summary>
    public IReadOnlyList<IdentityKey> Published => _published;

    /// <summary>The key with which the login service signs.</summary>
    public IdentityKey LoginKey { get; }

    /// <summary>How long the tokens of the login service live; 1 h.</summary>
    public TimeSpan TokenLife { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The client secret that is right; any when null.</summary>
    public string? Secret { get; set; }

    /// <summary>True to answer every request with 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>Where the channel's OpenID document says that the keys are; null (default) for where they are.</summary>
    public string? KeysAddress { get; set; }

    /// <summary>How often the channel's key set was read.</summary>
    public int KeyReads => Volatile.Read(ref _reads);

    /// <summary>Every request for a token so far.</summary>
    public IReadOnlyList<TokenRequest> TokenRequests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Starts the services on a free port of loopback.</summary>
    /// <param name="ct">Gives up.</param>
    public static async Task<IdentityProvider> StartAsync(CancellationToken ct = default)
    {
        IdentityProvider provider = new();
        await provider._app.StartAsync(ct);
        string bound = provider._app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        provider.Address = $"https://localhost:{new Uri(bound).Port}";
        return provider;
    }

    /// <summary>A new key that is published from now on besides the others.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="endorsements">The channels for which it may sign; null to publish no such list.</param>
    /// <param name="bits">Its length in bits.</param>
    public IdentityKey Publish(string id, IReadOnlyList<string>? endorsements, int bits = 2048)
    {
        IdentityKey key = Make(id, endorsements, bits);
        _published = [.. _published, key];
        return key;
    }

    /// <summary>Signs with another key from now on, which takes the place of all that were published.</summary>
    /// <param name="id">Its id.</param>
    public void Rotate(string id)
    {
        ChannelKey = Make(id, ["msteams"]);
        _published = [ChannelKey];
    }

    /// <summary>A token as the channel sends it along with an activity.</summary>
    /// <param name="appId">The bot that it is for.</param>
    /// <param name="serviceUrl">The service URL that it speaks for.</param>
    public string ChannelToken(string appId, string serviceUrl) => Jwt.Sign(ChannelKey, ChannelClaims(appId, serviceUrl));

    /// <summary>The claims of such a token.</summary>
    /// <param name="appId">The bot that it is for.</param>
    /// <param name="serviceUrl">The service URL that it speaks for.</param>
    public JsonObject ChannelClaims(string appId, string serviceUrl)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return new JsonObject
        {
            ["serviceurl"] = serviceUrl,
            ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
            ["iss"] = Issuer,
            ["aud"] = appId,
        };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _authority.Dispose();
        foreach (IdentityKey key in _made)
        {
            key.Dispose();
        }
    }

    /// <summary>A handler that trusts this provider's authority and no other.</summary>
    public SocketsHttpHandler TrustingHandler()
    {
        X509ChainPolicy policy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(X509Certificate2.CreateFromPem(_authority.Pem));
        return new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, SslOptions = { CertificateChainPolicy = policy } };
    }

    private IdentityKey Make(string id, IReadOnlyList<string>? endorsements, int bits = 2048)
    {
        IdentityKey key = new(id, endorsements, bits);
        _made.Add(key);
        return key;
    }

    private Task HandleAsync(HttpContext context)
    {
        string path = context.Request.Path.Value ?? "";
        if (IsDown)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }

        return path switch
        {
            "/v1/.well-known/openidconfiguration" => WriteAsync(context, Document(Issuer, KeysAddress ?? $"{Address}/v1/.well-known/keys")),
            "/v1/.well-known/keys" => WriteAsync(context, KeySet()),
            "/login/keys" => WriteAsync(context, new JsonObject { ["keys"] = new JsonArray(LoginKey.ToPublicJson()) }),
            "/msi/token" => WriteAsync(context, Managed(context.Request)),
            _ when path.EndsWith("/v2.0/.well-known/openid-configuration", StringComparison.Ordinal) =>
                WriteAsync(context, Document($"{Address}/{path.Split('/')[1]}/v2.0", $"{Address}/login/keys")),
            _ when path.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal) => LogInAsync(context, path),
            _ => NotFound(context),
        };
    }

    private static JsonObject Document(string issuer, string keys) => new()
    {
        ["issuer"] = issuer,
        ["authorization_endpoint"] = "https://invalid.example",
        ["jwks_uri"] = keys,
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
    };

    private JsonObject KeySet()
    {
        Interlocked.Increment(ref _reads);
        return new JsonObject { ["keys"] = new JsonArray([.. _published.Select(static key => (JsonNode)key.ToPublicJson())]) };
    }

    private async Task LogInAsync(HttpContext context, string path)
    {
        IFormCollection sent = await context.Request.ReadFormAsync();
        Dictionary<string, string> form = sent.ToDictionary(static field => field.Key, static field => field.Value.ToString());
        bool isRefused = Secret is not null && form.GetValueOrDefault("client_secret") != Secret;
        string? token = isRefused ? null : Issue(path.Split('/')[1], form.GetValueOrDefault("client_id", ""), form.GetValueOrDefault("scope", ""));
        Keep(new TokenRequest(path, form, token));
        if (token is null)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await WriteAsync(context, new JsonObject
            {
                ["error"] = "invalid_client",
                ["error_description"] = $"AADSTS7000215: Invalid client secret provided: {form.GetValueOrDefault("client_secret")}",
            });
            return;
        }

        await WriteAsync(context, new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = (int)TokenLife.TotalSeconds, ["access_token"] = token });
    }

    private JsonObject Managed(HttpRequest request)
    {
        Dictionary<string, string> query = request.Query.ToDictionary(static field => field.Key, static field => field.Value.ToString());
        string token = Issue("managed", query.GetValueOrDefault("client_id", ""), query.GetValueOrDefault("resource", ""));
        Keep(new TokenRequest(request.Path, query, token));
        return new JsonObject
        {
            ["access_token"] = token,
            ["expires_on"] = DateTimeOffset.UtcNow.Add(TokenLife).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["resource"] = query.GetValueOrDefault("resource", ""),
            ["token_type"] = "Bearer",
        };
    }

    private string Issue(string tenant, string client, string audience)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return Jwt.Sign(LoginKey, new JsonObject
        {
            ["iss"] = $"{Address}/{tenant}/v2.0",
            ["aud"] = audience,
            ["azp"] = client,
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.Add(TokenLife).ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString(),
        });
    }

    private void Keep(TokenRequest request)
    {
        lock (_gate)
        {
            _requests.Add(request);
        }
    }

    private static Task WriteAsync(HttpContext context, JsonObject json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json.ToJsonString());
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}

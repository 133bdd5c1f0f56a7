using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SupervisorBot.ConnectorSimulator.Identity;
using static SupervisorBot.BotFramework.Tests.Authentication.Forged;

namespace SupervisorBot.BotFramework.Tests.Authentication;

/// <summary>The matrix of requests to a bot that believes the channel alone.</summary>
internal static class TokenRows
{
    private const string OtherTenant = "99999999-9999-4999-8999-999999999999";

    public static IReadOnlyList<TokenRow> All { get; } =
    [
        // Accepted.
        Written("the channel's token", null, token => [$"Bearer {token}"]),
        Claim("expired 4 minutes ago", null, claims => claims["exp"] = In(TimeSpan.FromMinutes(-4)).After(claims)),
        Claim("valid in 4 minutes", null, claims => claims["nbf"] = In(TimeSpan.FromMinutes(4))),
        Claim("a list of one audience", null, claims => claims["aud"] = new JsonArray(RegisteredBot.AppId)),
        Claim("the service URL in another case", null, claims => claims["serviceurl"] = ((string)claims["serviceurl"]!).ToUpperInvariant()),
        Claim("claims that are not known", null, claims => claims["more"] = new JsonObject { ["x"] = 1 }),
        Head("no type", null, header => header.Remove("typ")),
        Head("the type in small letters", null, header => header["typ"] = "jwt"),
        Activity("another channel that the key is endorsed for", null, activity => activity["channelId"] = "webchat"),
        Activity("the tenant in one place only", null, activity => activity.Remove("channelData")),

        // No token, or not one.
        new("no header", "NoToken", (_, _) => []),
        new("an empty header", "NoToken", (_, _) => [""]),
        Written("two headers", "SeveralTokens", token => [$"Bearer {token}", $"Bearer {token}"]),
        Written("a good header and an empty one", "SeveralTokens", token => [$"Bearer {token}", ""]),
        Written("two tokens in one header", "NoSignedToken", token => [$"Bearer {token}, Bearer {token}"]),
        Written("the scheme in small letters", "NoBearerToken", token => [$"bearer {token}"]),
        Written("the scheme in capitals", "NoBearerToken", token => [$"BEARER {token}"]),
        Written("two spaces", "NoSignedToken", token => [$"Bearer  {token}"]),
        Written("a tab", "NoBearerToken", token => [$"Bearer\t{token}"]),
        Written("something behind the token", "NoSignedToken", token => [$"Bearer {token} x"]),
        Written("no scheme", "NoBearerToken", token => [token]),
        Written("Basic", "NoBearerToken", token => [$"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{RegisteredBot.AppId}:{token}"))}"]),
        new("the scheme alone", "NoBearerToken", (_, _) => ["Bearer"]),
        new("no token at all", "NoSignedToken", (_, _) => ["Bearer a.b.c"]),
        new("two parts", "NoSignedToken", (_, _) => ["Bearer e30.e30"]),
        new("claims that are no object", "NoSignedToken", (bot, _) => [$"Bearer {Raw(bot, "[1]")}"]),
        new("claims that are no JSON", "NoSignedToken", (bot, _) => [$"Bearer {Raw(bot, "{")}"]),
        Written("padded with an equals sign", "NoSignedToken", token => [$"Bearer {token}="]),
        Written("an encrypted token", "NoSignedToken", token => [$"Bearer {Encrypted(token)}"]),
        Claim("a huge token", "TooLong", claims => claims["more"] = new string('x', 12_000)),

        // Headers.
        Signed("algorithm none, unsigned", "Algorithm", "none", (_, _) => []),
        Signed("algorithm None, signed", "Algorithm", "None", (bot, data) => Rsa(bot, data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        Signed("HS256 with the public key's PEM", "Algorithm", "HS256", (bot, data) => HMACSHA256.HashData(Encoding.ASCII.GetBytes(bot.Provider.ChannelKey.Rsa.ExportSubjectPublicKeyInfoPem()), data)),
        Signed("HS256 with the modulus", "Algorithm", "HS256", (bot, data) => HMACSHA256.HashData(bot.Provider.ChannelKey.Rsa.ExportParameters(false).Modulus!, data)),
        Signed("RS384", "Algorithm", "RS384", (bot, data) => Rsa(bot, data, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1)),
        Signed("RS512", "Algorithm", "RS512", (bot, data) => Rsa(bot, data, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)),
        Signed("PS256", "Algorithm", "PS256", (bot, data) => Rsa(bot, data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
        Signed("ES256", "Algorithm", "ES256", (_, data) => Curve(data)),
        Signed("RS256 in small letters", "Algorithm", "rs256", (bot, data) => Rsa(bot, data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        Head("no algorithm", "Algorithm", header => header.Remove("alg")),
        Head("an extension that must be understood", "Header", header => header["crit"] = new JsonArray("exp")),
        Head("a token within the token", "Header", header => header["cty"] = "JWT"),
        Head("compressed", "Header", header => header["zip"] = "DEF"),
        Head("another type", "Header", header => header["typ"] = "at+jwt"),
        Head("no key id", "NoKeyId", header => header.Remove("kid")),
        Head("an empty key id", "NoKeyId", header => header["kid"] = ""),
        Head("an unknown key id", "UnknownKey", header => header["kid"] = "channel-9"),
        Head("the key id in another case", "UnknownKey", header => header["kid"] = "CHANNEL-1"),

        // Signatures.
        Signed("RS256 said, PS256 done", "Signature", "RS256", (bot, data) => Rsa(bot, data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
        Signed("RS256 said, RS512 done", "Signature", "RS256", (bot, data) => Rsa(bot, data, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)),
        Signed("RS256 said, not signed", "Signature", "RS256", (_, _) => []),
        new("a stranger's key under the channel's id", "Signature", (bot, _) => [$"Bearer {Jwt.Sign(Stranger, Claims(bot))}"]),
        new("a stranger's key brought along", "Signature", (bot, _) => [$"Bearer {BroughtAlong(bot)}"]),
        new("the id of another key of the channel", "Signature", (bot, _) => [$"Bearer {UnderAnotherId(bot)}"]),
        Written("a changed signature", "Signature", token => [$"Bearer {token[..^10]}{Changed(token[^10])}{token[^9..]}"]),
        Written("a cut signature", "Signature", token => [$"Bearer {token[..^8]}"]),
        new("changed claims", "Signature", (bot, _) => [$"Bearer {ChangedClaims(bot)}"]),
        new("the login service's key", "UnknownKey", (bot, _) => [$"Bearer {Jwt.Sign(bot.Provider.LoginKey, Claims(bot))}"]),

        // Claims.
        Claim("another issuer", "Issuer", claims => claims["iss"] = "https://api.botframework.com.example"),
        Claim("the issuer with a slash", "Issuer", claims => claims["iss"] = (string)claims["iss"]! + "/"),
        Claim("no issuer", "Issuer", claims => claims.Remove("iss")),
        Claim("another audience", "Audience", claims => claims["aud"] = OtherTenant),
        Claim("the audience as an address", "Audience", claims => claims["aud"] = $"api://{RegisteredBot.AppId}"),
        Claim("several audiences", "Audience", claims => claims["aud"] = new JsonArray(RegisteredBot.AppId, OtherTenant)),
        Claim("the same audience twice", "Audience", claims => claims["aud"] = new JsonArray(RegisteredBot.AppId, RegisteredBot.AppId)),
        Claim("no audience", "Audience", claims => claims.Remove("aud")),
        Claim("an empty list of audiences", "Audience", claims => claims["aud"] = new JsonArray()),
        Claim("expired 6 minutes ago", "Expired", claims => claims["exp"] = In(TimeSpan.FromMinutes(-6)).After(claims)),
        Claim("valid in 6 minutes", "NotYetValid", claims => claims["nbf"] = In(TimeSpan.FromMinutes(6))),
        Claim("no end", "NoLifetime", claims => claims.Remove("exp")),
        Claim("no beginning", "NoLifetime", claims => claims.Remove("nbf")),
        Claim("an end before the beginning", "NoLifetime", claims => claims["exp"] = In(TimeSpan.FromMinutes(-3))),
        Claim("no service URL", "ServiceUrl", claims => claims.Remove("serviceurl")),
        Claim("another service URL", "ServiceUrl", claims => claims["serviceurl"] = "https://smba.trafficmanager.net/teams/"),
        Claim("the service URL with a slash", "ServiceUrl", claims => claims["serviceurl"] = (string)claims["serviceurl"]! + "/"),
        Claim("the start of the service URL", "ServiceUrl", claims => claims["serviceurl"] = ((string)claims["serviceurl"]!)[..^1]),
        Claim("two service URLs", "ServiceUrl", claims => claims["serviceurl"] = new JsonArray((string)claims["serviceurl"]!, "https://smba.trafficmanager.net/teams/")),
        Claim("an empty service URL", "ServiceUrl", claims => claims["serviceurl"] = ""),
        Activity("an activity with another service URL", "ServiceUrl", activity => activity["serviceUrl"] = "https://smba.trafficmanager.net/teams/"),
        Activity("an activity of a channel without endorsement", "Endorsement", activity => activity["channelId"] = "emulator"),
        Activity("an activity of the channel in another case", "Endorsement", activity => activity["channelId"] = "MSTeams"),
        new("a key endorsed for other channels", "Endorsement", (bot, _) => [$"Bearer {Jwt.Sign(Published(bot, "other"), Claims(bot))}"]),
        new("a key without a list of endorsements", "Endorsement", (bot, _) => [$"Bearer {Jwt.Sign(Published(bot, "none"), Claims(bot))}"]),
        new("a published key that is too short", "UnknownKey", (bot, _) => [$"Bearer {Jwt.Sign(Published(bot, "short"), Claims(bot))}"]),
        new("an emulator's token", "Issuer", (bot, _) => [$"Bearer {Jwt.Sign(bot.Provider.LoginKey, EmulatorTokenTests.Claims(bot))}"]),

        // Claims of kinds that they are not.
        Claim("a list of issuers", TokenRow.Some, claims => claims["iss"] = new JsonArray((string)claims["iss"]!)),
        Claim("a number as the issuer", TokenRow.Some, claims => claims["iss"] = 7),
        Claim("an object as the audience", TokenRow.Some, claims => claims["aud"] = new JsonObject { ["id"] = RegisteredBot.AppId }),
        Claim("a word as the end", TokenRow.Some, claims => claims["exp"] = "soon"),
        Claim("nothing as the end", TokenRow.Some, claims => claims["exp"] = null),
        Claim("a number as the service URL", TokenRow.Some, claims => claims["serviceurl"] = 7),
        Head("a number as the key id", TokenRow.Some, header => header["kid"] = 7),
        Head("a list of algorithms", TokenRow.Some, header => header["alg"] = new JsonArray("RS256")),

        // Activities.
        Activity("two tenants", "Tenants", activity => activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = OtherTenant } }),
        Activity("a tenant that is no text", "Tenants", activity => activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = 7 } }),
        new("a signed service URL on a host that is not listed", "ServiceHost", (bot, activity) => ForServiceUrl(bot, activity, "https://connector.example/teams")),
        new("a signed service URL without https", "ServiceHost", (bot, activity) => ForServiceUrl(bot, activity, "http://smba.trafficmanager.net/teams")),
    ];

    /// <summary>Publishes the keys that some rows need.</summary>
    public static void Prepare(IdentityProvider provider)
    {
        provider.Publish("other", ["webchat", "directline"]);
        provider.Publish("none", null);
        provider.Publish("short", ["msteams"], bits: 1024);
    }

    private static IdentityKey Published(RegisteredBot bot, string id) => bot.Provider.Published.First(key => key.Id == id);

    private static string[] ForServiceUrl(RegisteredBot bot, JsonObject activity, string serviceUrl)
    {
        activity["serviceUrl"] = serviceUrl;
        return [$"Bearer {bot.Provider.ChannelToken(RegisteredBot.AppId, serviceUrl)}"];
    }

    private static string BroughtAlong(RegisteredBot bot)
    {
        JsonObject header = Header();
        header["jwk"] = Stranger.ToPublicJson();
        header["jku"] = "https://stranger.example/keys";
        return Jwt.Compact(header, Claims(bot), data => Stranger.Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static string UnderAnotherId(RegisteredBot bot) =>
        Jwt.Compact(Header(kid: "other"), Claims(bot), data => Rsa(bot, data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    private static string ChangedClaims(RegisteredBot bot)
    {
        string[] parts = Good(bot).Split('.');
        JsonObject claims = Claims(bot);
        claims["serviceurl"] = bot.ServiceUrl;
        claims["exp"] = In(TimeSpan.FromHours(10));
        return $"{parts[0]}.{Jwt.Base64Url(Encoding.UTF8.GetBytes(claims.ToJsonString()))}.{parts[2]}";
    }

    private static string Raw(RegisteredBot bot, string claims)
    {
        string signed = $"{Jwt.Base64Url(Encoding.UTF8.GetBytes(Header().ToJsonString()))}.{Jwt.Base64Url(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{Jwt.Base64Url(Rsa(bot, Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    // Five parts, the signed token within.
    private static string Encrypted(string token)
    {
        JsonObject header = new() { ["alg"] = "RSA-OAEP", ["enc"] = "A256GCM", ["cty"] = "JWT", ["kid"] = "channel-1" };
        return $"{Jwt.Base64Url(Encoding.UTF8.GetBytes(header.ToJsonString()))}.AAAA.AAAA.{Jwt.Base64Url(Encoding.ASCII.GetBytes(token))}.AAAA";
    }

    private static char Changed(char c) => c == 'A' ? 'B' : 'A';

    /// <summary>An end, with the beginning well before it.</summary>
    private static long After(this long end, JsonObject claims)
    {
        claims["nbf"] = end - 3600;
        return end;
    }
}

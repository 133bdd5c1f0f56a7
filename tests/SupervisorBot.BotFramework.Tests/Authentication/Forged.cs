using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SupervisorBot.ConnectorSimulator.Identity;

namespace SupervisorBot.BotFramework.Tests.Authentication;

/// <summary>Builds requests that differ from a good one in one thing.</summary>
internal static class Forged
{
    private static readonly ECDsa s_curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly IdentityKey s_stranger = new("channel-1");

    public static IdentityKey Stranger => s_stranger;

    public static JsonObject Header(string? algorithm = "RS256", string? kid = "channel-1") => new() { ["alg"] = algorithm, ["kid"] = kid, ["typ"] = "JWT" };

    public static JsonObject Claims(RegisteredBot bot) => bot.Provider.ChannelClaims(RegisteredBot.AppId, bot.ServiceUrl);

    public static string Good(RegisteredBot bot) => bot.Provider.ChannelToken(RegisteredBot.AppId, bot.ServiceUrl);

    /// <summary>A row whose claims are changed and then rightly signed.</summary>
    public static TokenRow Claim(string name, string? reason, Action<JsonObject> change) => new(name, reason, (bot, _) =>
    {
        JsonObject claims = Claims(bot);
        change(claims);
        return [$"Bearer {Jwt.Sign(bot.Provider.ChannelKey, claims)}"];
    });

    /// <summary>A row with the good claims under another header, signed with the channel's key all the same.</summary>
    public static TokenRow Head(string name, string? reason, Action<JsonObject> change) => new(name, reason, (bot, _) =>
    {
        JsonObject header = Header();
        change(header);
        return [$"Bearer {Jwt.Compact(header, Claims(bot), data => bot.Provider.ChannelKey.Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}"];
    });

    /// <summary>A row with the good claims, signed in some other way.</summary>
    public static TokenRow Signed(string name, string reason, string algorithm, Func<RegisteredBot, byte[], byte[]> sign) => new(
        name, reason, (bot, _) => [$"Bearer {Jwt.Compact(Header(algorithm), Claims(bot), data => sign(bot, data))}"]);

    /// <summary>A row with the good token, written differently into the header.</summary>
    public static TokenRow Written(string name, string? reason, Func<string, string[]> write) => new(name, reason, (bot, _) => write(Good(bot)));

    /// <summary>A row with a good token for an activity that is changed.</summary>
    public static TokenRow Activity(string name, string? reason, Action<JsonObject> change) => new(name, reason, (bot, activity) =>
    {
        change(activity);
        return [$"Bearer {Good(bot)}"];
    });

    public static byte[] Rsa(RegisteredBot bot, byte[] data, HashAlgorithmName hash, RSASignaturePadding padding) => bot.Provider.ChannelKey.Rsa.SignData(data, hash, padding);

    public static byte[] Curve(byte[] data) => s_curve.SignData(data, HashAlgorithmName.SHA256);

    public static long In(TimeSpan span) => DateTimeOffset.UtcNow.Add(span).ToUnixTimeSeconds();
}

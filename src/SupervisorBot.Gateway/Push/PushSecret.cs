using System.Security.Cryptography;
using System.Text;

namespace SupervisorBot.Gateway.Push;

/// <summary>
/// What makes a session's callback unguessable: a part of its path, and the service token. Made anew for each sign-in and stored, encrypted, with the
/// session's credentials.
/// </summary>
/// <param name="PathPart">The secret part of the path: 43 characters that need no escaping, of 256 random bits.</param>
/// <param name="ServiceToken">The service token: 48 hexadecimal digits, of 192 random bits.</param>
public sealed record PushSecret(string PathPart, string ServiceToken)
{
    /// <summary>The path of the callback under the public address of the bot; a route template of ASP.NET Core.</summary>
    public const string Route = "gateway/events/{agentId:int}/{secret}";

    private const string RoutePrefix = "gateway/events/";
    private const int PathBytes = 32;
    private const int TokenBytes = 24;
    private const int PathLength = 43;
    private const int HighestAgentId = 999_999;

    /// <summary>Makes a secret.</summary>
    /// <param name="randomness">Where its bits come from.</param>
    /// <returns>The secret.</returns>
    public static PushSecret Create(RandomNumberGenerator randomness)
    {
        ArgumentNullException.ThrowIfNull(randomness);
        Span<byte> bytes = stackalloc byte[PathBytes + TokenBytes];
        randomness.GetBytes(bytes);
        return new PushSecret(
            System.Buffers.Text.Base64Url.EncodeToString(bytes[..PathBytes]), Convert.ToHexStringLower(bytes[PathBytes..]));
    }

    /// <summary>What a sign-in of this agent gives the gateway.</summary>
    /// <param name="callbackBase">The public address of the bot, <see cref="GatewayOptions.CallbackBaseAddress"/>.</param>
    /// <param name="agentId">The inspector's agent id; it is in the path, so that any node finds the session.</param>
    /// <returns>The target.</returns>
    public PushTarget TargetFor(Uri callbackBase, int agentId)
    {
        ArgumentNullException.ThrowIfNull(callbackBase);
        return new PushTarget(new Uri($"{callbackBase.AbsoluteUri.TrimEnd('/')}/{RoutePrefix}{agentId}/{PathPart}"), ServiceToken);
    }

    /// <summary>Compares the secret part of a callback's path, in a time that tells nothing about it.</summary>
    /// <param name="pathPart">What the request had in its place.</param>
    /// <returns>True when it is this session's.</returns>
    public bool IsPathPart(string? pathPart) => AreEqual(PathPart, pathPart);

    /// <summary>
    /// Compares a <c>service_token</c> header, in a time that tells nothing about it. How the gateway carries it is not documented: check it where it
    /// comes, and do not ask for it where it does not.
    /// </summary>
    /// <param name="serviceToken">The header's value.</param>
    /// <returns>True when it is this session's.</returns>
    public bool IsServiceToken(string? serviceToken) => AreEqual(ServiceToken, serviceToken);

    /// <summary>Names the type alone.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(PushSecret);

    /// <summary>The length of the longest callback under an address, in characters.</summary>
    internal static int LongestCallbackUnder(Uri callbackBase) =>
        new PushSecret(new string('x', PathLength), string.Empty).TargetFor(callbackBase, HighestAgentId).CallbackUri.AbsoluteUri.Length;

    private static bool AreEqual(string expected, string? given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given ?? string.Empty));
}

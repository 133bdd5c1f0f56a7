namespace SupervisorBot.Gateway.Push;

/// <summary>
/// Where the gateway is to send the events of a session, given at its sign-in. With it the gateway pushes and must not be polled (CEC API reference
/// cec_07_1202).
/// </summary>
/// <param name="CallbackUri">The callback: https, up to 200 characters. It is a secret: whoever knows it can feign events.</param>
/// <param name="ServiceToken">The token that names this client to the gateway: 1 to 50 letters and digits.</param>
public sealed record PushTarget(Uri CallbackUri, string ServiceToken)
{
    /// <summary>The longest callback that a sign-in accepts, in characters.</summary>
    public const int LongestCallback = 200;

    /// <summary>The longest service token that a sign-in or handshake accepts, in characters.</summary>
    public const int LongestServiceToken = 50;

    /// <summary>Names the type alone: both members are secrets.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(PushTarget);

    /// <summary>Whether the gateway would accept a service token: "no special characters" is read as ASCII letters and digits.</summary>
    internal static bool IsServiceToken(string? token) =>
        token is { Length: > 0 and <= LongestServiceToken } && token.All(char.IsAsciiLetterOrDigit);
}

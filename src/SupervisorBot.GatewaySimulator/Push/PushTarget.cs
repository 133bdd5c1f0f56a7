namespace SupervisorBot.GatewaySimulator;

/// <summary>Where a client wants its events (cec_07_1202): the documents allow 200 characters for the address, and 50 without special ones for the token.</summary>
internal sealed record PushTarget(string CallbackUri, string ServiceToken)
{
    private const int LongestUri = 200;
    private const int LongestToken = 50;

    public bool IsValid =>
        CallbackUri.Length <= LongestUri
        && Uri.TryCreate(CallbackUri, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && IsToken(ServiceToken);

    /// <summary>Letters and digits only: the documents do not say which characters are special, so every other one is.</summary>
    public static bool IsToken(string text) => text.Length is > 0 and <= LongestToken && text.All(char.IsAsciiLetterOrDigit);
}

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SupervisorBot.BotFramework.Authentication.Inbound;

/// <summary>Takes the token out of a request. Nothing of it is proven by that.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";
    private const string TokenType = "JWT";
    private const int PartsOfSigned = 3;

    // What these ask for (extensions that must be understood, compression, a token within the token) is never done here.
    private static readonly string[] s_refusedHeaders = ["crit", "b64", "zip", "cty", "enc"];

    /// <summary>The token, or what is wrong with it.</summary>
    public static (JsonWebToken? Token, TokenFault? Fault) Read(IHeaderDictionary headers, int mostCharacters)
    {
        StringValues authorization = headers.Authorization;
        if (authorization.Count != 1)
        {
            return (null, authorization.Count == 0 ? TokenFault.NoToken : TokenFault.SeveralTokens);
        }

        string value = authorization[0] ?? "";
        if (!value.StartsWith(Scheme, StringComparison.Ordinal) || value.Length == Scheme.Length)
        {
            return (null, value.Length == 0 ? TokenFault.NoToken : TokenFault.NoBearerToken);
        }

        string text = value[Scheme.Length..];
        return text.Length > mostCharacters ? (null, TokenFault.TooLong) : Parse(text);
    }

    private static (JsonWebToken? Token, TokenFault? Fault) Parse(string text)
    {
        string[] parts = text.Split('.');
        // An unsigned token's last part is empty; its algorithm is what is wrong with it.
        if (parts.Length != PartsOfSigned || parts[0].Length == 0 || parts[1].Length == 0 || !parts.All(static part => part.All(IsBase64Url)))
        {
            return (null, TokenFault.NoSignedToken);
        }

        try
        {
            JsonWebToken token = new(text);
            return JudgeHeader(token) is { } fault ? (null, fault) : (token, null);
        }
#pragma warning disable CA1031 // Whatever a stranger's text makes the parser throw, it is no token.
        catch (Exception)
#pragma warning restore CA1031
        {
            return (null, TokenFault.NoSignedToken);
        }
    }

    private static TokenFault? JudgeHeader(JsonWebToken token) => token switch
    {
        _ when token.Alg != SecurityAlgorithms.RsaSha256 => TokenFault.Algorithm,
        _ when s_refusedHeaders.Any(name => token.TryGetHeaderValue(name, out object? _)) => TokenFault.Header,
        _ when !string.IsNullOrEmpty(token.Typ) && !token.Typ.Equals(TokenType, StringComparison.OrdinalIgnoreCase) => TokenFault.Header,
        _ when string.IsNullOrEmpty(token.Kid) => TokenFault.NoKeyId,
        _ => null,
    };

    private static bool IsBase64Url(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}

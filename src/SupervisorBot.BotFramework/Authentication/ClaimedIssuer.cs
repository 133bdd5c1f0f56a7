using Microsoft.AspNetCore.Http;
using SupervisorBot.BotFramework.Authentication.Inbound;

namespace SupervisorBot.BotFramework.Authentication;

/// <summary>Reads who is said to have issued the token of a request, so that a token of the wrong kind can be refused early. Nothing is proven by that.</summary>
public static class ClaimedIssuer
{
    /// <summary>Reads it.</summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="mostCharacters">The longest token that is read.</param>
    /// <returns>The issuer, empty where the token names none; or null and the refusal, where the request has no readable signed token.</returns>
    public static (string? Issuer, InboundVerdict Verdict) Read(IHeaderDictionary headers, int mostCharacters)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var (token, fault) = BearerToken.Read(headers, mostCharacters);
        return fault is { } wrong ? (null, InboundVerdict.Unauthorized(wrong.ToString())) : (token!.Issuer ?? "", InboundVerdict.Accepted);
    }
}
